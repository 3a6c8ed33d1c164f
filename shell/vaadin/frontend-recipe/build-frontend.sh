#!/bin/sh
# Builds the front-end bundle of shell/vaadin anew: once per Vaadin upgrade, or when Components.java changes.
# The result is committed, so that the normal build needs neither Node nor a recent JDK for Maven.
# Needs: npm (any; it fetches the Node that Vaadin asks for) and a Maven that runs on JDK 21 or newer (JAVA_HOME).
set -eu

NODE_VERSION=24.21.0
NPM_VERSION=11.21.2

recipe=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$recipe/../../.." && pwd)
resources=$recipe/../src/main/resources/META-INF
work=$recipe/../target/frontend-recipe

maven_java=$(mvn -v | sed -n 's/^Java version: \([0-9]*\).*/\1/p')
if [ "${maven_java:-0}" -lt 21 ]; then
    echo "Maven runs on Java ${maven_java:-?}; Vaadin's plugin needs 21 or newer: set JAVA_HOME." >&2
    exit 1
fi
vaadin_version=$(sed -n 's:.*<vaadin.version>\(.*\)</vaadin.version>.*:\1:p' "$root/pom.xml")

# A copy, because Vaadin's plugin strews its own files over the project it builds.
rm -rf "$work"
mkdir -p "$work"
cp -R "$recipe/pom.xml" "$recipe/src" "$work/"

# Vaadin looks for npm beside node, as in Node's own distribution.
mkdir -p "$work/fetched" "$work/node/bin" "$work/node/lib/node_modules"
npm install --silent --no-save --prefix "$work/fetched" "node@$NODE_VERSION" "npm@$NPM_VERSION"
mv "$work/fetched/node_modules/node/bin/node" "$work/node/bin/"
mv "$work/fetched/node_modules/npm" "$work/node/lib/node_modules/"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$work/node/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$work/node/bin/npx"
PATH=$work/node/bin:$PATH
export PATH

mvn -B -ntp -f "$work/pom.xml" process-classes "-Dvaadin.version=$vaadin_version"

built=$work/target/classes/META-INF/VAADIN
node "$recipe/third-party.mjs" "$built/config/stats.json" "$work/node_modules" "$work/THIRD-PARTY-npm.txt"

# flow-build-info.json stays: it is written by hand. Scripts have their hash in their name, so old ones must go,
# from the last build's output, too.
rm -rf "$resources/VAADIN/webapp" "$recipe/../target/classes/META-INF/VAADIN"
mkdir -p "$resources/VAADIN/config"
cp "$built/config/stats.json" "$resources/VAADIN/config/"
cp -R "$built/webapp" "$resources/VAADIN/"
cp "$work/THIRD-PARTY-npm.txt" "$resources/"
echo "Written to $(cd "$resources" && pwd). Look at the change, run the tests of shell/vaadin, commit both."
