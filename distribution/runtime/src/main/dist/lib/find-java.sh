# Finds a Java that is new enough and puts its path into $java. Read by bin/shishi; only what every sh can do.

java_needed=21

java_usual_places() {
  for each in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ ! -x "$each/bin/java" ] || echo "$each"
  done
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$java_needed+" 2>/dev/null || :
  fi
}

# java_major FILE prints its major version, nothing if it is no Java that works.
java_major() {
  version=
  release=${1%/bin/java}/release
  if [ -r "$release" ]; then
    while IFS='=' read -r name value; do
      [ "$name" != JAVA_VERSION ] || version=$value
    done <"$release"
  fi
  if [ -z "$version" ]; then
    # The first line that says: openjdk version "21.0.4" 2024-07-16
    version=$("$1" -version 2>&1 | while read -r vendor word number rest; do
      [ "$word" != version ] || echo "$number"
    done) || :
  fi
  version=${version#\"}
  version=${version#1.}
  version=${version%%[!0-9]*}
  [ -z "$version" ] || echo "$version"
}

# java_good FILE: is it there and new enough?
java_good() {
  [ -x "$1" ] && [ ! -d "$1" ] || return 1
  found=$(java_major "$1")
  [ "${found:-0}" -ge "$java_needed" ]
}

# Sets $java, or says why not and fails.
find_java() {
  if [ -n "${SHISHI_JAVA-}" ]; then
    java=$SHISHI_JAVA
    [ ! -d "$java" ] || java=${java%/}/bin/java
    java_good "$java" && return 0
    echo "SHISHI_JAVA is $SHISHI_JAVA, which is no Java $java_needed or newer${found:+ but Java $found}." >&2
    return 1
  fi
  if [ -n "${JAVA_HOME-}" ]; then
    java=${JAVA_HOME%/}/bin/java
    java_good "$java" && return 0
  fi
  if java=$(command -v java); then
    java_good "$java" && return 0
  fi
  best=0
  # One folder a line: names may hold spaces.
  places=$(java_usual_places)
  while IFS= read -r each; do
    candidate=$each/bin/java
    if [ -n "$each" ] && java_good "$candidate" && [ "$found" -gt "$best" ]; then
      best=$found
      java=$candidate
    fi
  done <<END
$places
END
  [ "$best" -eq 0 ] || return 0
  echo "Shishi needs Java $java_needed or newer and has found none in JAVA_HOME, PATH and the usual places." >&2
  echo "Install one (for example from https://adoptium.net) or let SHISHI_JAVA name it." >&2
  return 1
}
