package org.shishi.testbed.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

/** What happens inside the container must be seen outside: names, results, messages, stack traces. */
class ContainerTestEngineTest {

    @Test
    void reportsEachInnerTestByNameWithItsOwnFailure() {
        EngineExecutionResults results = run(Samples.Mixed.class);

        results.testEvents()
                .assertStatistics(
                        events -> events.started(8).succeeded(4).failed(3).aborted(1));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(test("passes"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                test("fails"),
                                displayName("fails()"),
                                finishedWithFailure(
                                        instanceOf(AssertionFailedError.class),
                                        message("与众不同 ==> expected: <工会> but was: <公会>"))))
                .haveExactly(
                        1,
                        event(
                                test("test-template-invocation:#2"),
                                displayName("第 2 次"),
                                finishedWithFailure(message("it is two ==> expected: <true> but was: <false>"))))
                .haveExactly(
                        1,
                        event(
                                test("missesAService"),
                                finishedWithFailure(message(
                                        text -> text.contains("(&(objectClass=java.lang.Runnable)(no=such))")))));
        assertEquals(1, results.allEvents().reportingEntryPublished().count());
    }

    @Test
    void keepsTheStackTraceOfTheInnerTest() {
        Throwable failure = run(selectMethod(Samples.Mixed.class, "fails")).testEvents().failed().stream()
                .map(ContainerTestEngineTest::failureOf)
                .findFirst()
                .orElseThrow();

        assertTrue(Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Samples.Mixed.class.getName())
                        && frame.getMethodName().equals("fails")));
    }

    @Test
    void runsOneMethodAlone() {
        run(selectMethod(Samples.Mixed.class, "isTagged")).testEvents().assertStatistics(events -> events.started(1)
                .succeeded(1));
    }

    @Test
    void runsOneTestByItsUniqueId() {
        String id = run(selectMethod(Samples.Mixed.class, "isTagged")).testEvents().succeeded().stream()
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .findFirst()
                .orElseThrow();

        run(DiscoverySelectors.selectUniqueId(id)).testEvents().assertStatistics(events -> events.started(1)
                .succeeded(1));
    }

    @Test
    void reportsABrokenSetUpAtItsClass() {
        EngineExecutionResults results = run(Samples.BrokenSetup.class);

        results.testEvents().assertStatistics(events -> events.started(0));
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container("BrokenSetup"),
                                finishedWithFailure(instanceOf(IllegalStateException.class), message("no luck"))));
    }

    @Test
    void reportsAContainerThatDoesNotStartAtTheClassAndNamesTheBundle() {
        run(Samples.NoContainer.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container("NoContainer"),
                                finishedWithFailure(message(text -> text.contains("org.apache.felix.scr")))));
    }

    @Test
    void runsAClassOnceInEachOfItsSets() {
        EngineExecutionResults results = run(Samples.Twice.class);

        results.testEvents()
                .assertStatistics(events -> events.started(2).succeeded(1).failed(1));
        results.testEvents()
                .failed()
                .assertThatEvents()
                .allSatisfy(event -> assertEquals(
                        "failsInTheOther(BundleContext)[Other]",
                        event.getTestDescriptor().getLegacyReportingName()));
    }

    @Test
    void startsOneContainerForAllClassesOfASet() {
        EngineTestKit.engine("shishi-container")
                .selectors(selectClass(Samples.First.class), selectClass(Samples.Second.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(2).succeeded(2));

        assertEquals(1, Samples.Counted.MADE.get());
        assertEquals(1, Samples.Counted.CLOSED.get());
    }

    @Test
    void isFoundOnceByAnOrdinaryLauncherAndNotByJupiter() {
        Launcher launcher = LauncherFactory.create();
        TestPlan plan = launcher.discover(request(Samples.Mixed.class).build());

        List<TestIdentifier> engines = plan.getRoots().stream()
                .filter(root -> !plan.getChildren(root).isEmpty())
                .toList();
        assertEquals(
                List.of("[engine:shishi-container]"),
                engines.stream().map(TestIdentifier::getUniqueId).toList());
        assertEquals(
                List.of(6),
                plan.getChildren(engines.get(0)).stream()
                        .map(testClass -> plan.getChildren(testClass).size())
                        .toList());
    }

    @Test
    void leavesOrdinaryClassesToJupiter() {
        LauncherDiscoveryRequest request = request(ContainerTestEngineTest.class)
                .filters(EngineFilter.includeEngines("shishi-container"))
                .build();

        assertTrue(!LauncherFactory.create().discover(request).containsTests());
    }

    private static LauncherDiscoveryRequestBuilder request(Class<?> testClass) {
        return LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass));
    }

    private static Throwable failureOf(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return run(selectClass(testClass));
    }

    private static EngineExecutionResults run(DiscoverySelector selector) {
        return EngineTestKit.engine("shishi-container").selectors(selector).execute();
    }
}
