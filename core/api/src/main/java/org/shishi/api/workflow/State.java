package org.shishi.api.workflow;

/**
 * A state of a workflow. Its word is the text {@code <EnumSimpleName>.<CONSTANT>}.
 *
 * @param name the enum constant's name, as stored
 * @param icon Vaadin icon name
 * @param editable whether the fields may be changed in it by those who may create (in other states only what a return remarked)
 * @param end nothing more happens
 */
public record State(String name, Tone tone, String icon, boolean editable, boolean end) {}
