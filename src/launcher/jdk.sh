# Finds a JDK; read by ./plumbline and ./check. POSIX sh, safe under set -eu.
# shellcheck shell=sh disable=SC2034 # jdk is for the reader of this file

jdk_wanted=25

# Sets version to the feature version of the JDK in folder $1, to 0 where none is there.
# The release file answers without a JVM, which would take up to 0.15 s.
jdk_version() {
    version=0
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" = JAVA_VERSION ] || continue
            value=${value#\"}
            version=${value%%[!0-9]*}
        done <"$1/release"
        version=${version:-0}
    else
        jdk_ask "$1/bin/java"
    fi
}

# Sets version and java_home to what the program $1 says of itself.
jdk_ask() {
    said=$("$1" -XshowSettings:properties -version 2>&1 </dev/null) || said=
    version=$(printf '%s\n' "$said" | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
    java_home=$(printf '%s\n' "$said" | sed -n 's/^ *java\.home = //p')
    version=${version:-0}
}

# Whether folder $1 holds a JDK that fits and starts; notes what was found for jdk_missing.
jdk_fits() {
    jdk_version "$1"
    [ "$version" -gt 0 ] || return 1
    jdk_seen="$jdk_seen  $version  $1
"
    [ "$version" -ge "$jdk_wanted" ] || return 1
    jdk_ask "$1/bin/java"
    [ "$version" -ge "$jdk_wanted" ] && [ -n "$java_home" ] || return 1
    jdk=$java_home
}

# Sets jdk to the first JDK that fits; fails, with jdk empty, where there is none.
# PLUMBLINE_JAVA_HOME is an order: where it does not fit, nothing else is taken in its stead.
jdk_find() {
    jdk=
    jdk_seen=
    if [ -n "${PLUMBLINE_JAVA_HOME:-}" ]; then
        jdk_fits "$PLUMBLINE_JAVA_HOME"
        return
    fi
    for candidate in "${JAVA_HOME:-}" \
            "${PLUMBLINE_JVM_FOLDER:-/usr/lib/jvm}"/* /usr/java/* /opt/java/* /opt/jdk* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home \
            "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.local/share/mise/installs/java/* \
            "${HOME:-/}"/.asdf/installs/java/*; do
        if [ -n "$candidate" ] && jdk_fits "$candidate"; then
            return 0
        fi
    done
    if command -v java >/dev/null 2>&1; then
        jdk_ask java
        if [ -n "$java_home" ] && jdk_fits "$java_home"; then
            return 0
        fi
    fi
    return 1
}

# Says on stderr what is missing and how it is had; $1 is the name to speak under.
jdk_missing() {
    {
        if [ -n "${PLUMBLINE_JAVA_HOME:-}" ]; then
            echo "$1: PLUMBLINE_JAVA_HOME is $PLUMBLINE_JAVA_HOME, which holds no JDK of version $jdk_wanted or newer"
        else
            echo "$1: needs a JDK of version $jdk_wanted or newer, and found none"
        fi
        if [ -n "$jdk_seen" ]; then
            echo "found:"
            printf '%s' "$jdk_seen" | sort -u
        fi
        cat <<HELP
Install one:
  Debian 13, Ubuntu 24.04 and newer   apt install openjdk-$jdk_wanted-jdk-headless
  Fedora, RHEL, CentOS Stream         dnf install java-$jdk_wanted-openjdk-devel
  SDKMAN                              sdk install java $jdk_wanted-tem
  Debian 12, or anywhere else         Temurin $jdk_wanted from adoptium.net, unpacked to ~/.jdks/
then run this again. A JDK elsewhere is taken from JAVA_HOME, or PLUMBLINE_JAVA_HOME, which goes first.
HELP
    } >&2
}

# Says on stderr that Maven is missing; $1 is the name to speak under.
maven_missing() {
    cat >&2 <<HELP
$1: needs Maven 3.8 or newer to build, and found no mvn on the PATH
Install it: apt install maven, dnf install maven, brew install maven, or sdk install maven; then run this again.
HELP
}
