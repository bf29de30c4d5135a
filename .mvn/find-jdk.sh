#!/bin/sh
#
# Prints the home of a JDK 25 or later, or says what to install and fails. Starts no JVM: a JDK tells its version in a file.
# Used by ./mvnw and ./groundswell, so that any java may be first on the path.

required=25

version_of() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]\{1,\}\).*/\1/p' "$1/release" | head -n 1
}

home_of_javac_on_path() {
    program=$(command -v javac || command -v java) || return 0
    while [ -L "$program" ]; do
        target=$(readlink "$program")
        case $target in
            /*) program=$target ;;
            *) program=$(dirname "$program")/$target ;;
        esac
    done
    (cd "$(dirname "$program")/.." 2>/dev/null && pwd -P)
}

candidates() {
    for variable in GROUNDSWELL_JAVA_HOME JAVA_HOME JDK25 JDK_25 JDK25_HOME JAVA25_HOME JAVA_25_HOME JAVA_HOME_25 \
        JAVA_HOME_25_X64 JAVA_HOME_25_ARM64 JDK_HOME; do
        eval "value=\${$variable:-}"
        [ -z "$value" ] || printf '%s\n' "$value"
    done
    home_of_javac_on_path
    [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$required+" 2>/dev/null
    ls -d /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*/jdk* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
        "${HOME:-/nowhere}"/.jdks/* "${HOME:-/nowhere}"/.asdf/installs/java/* \
        "${HOME:-/nowhere}"/.local/share/mise/installs/java/* "${HOME:-/nowhere}"/.jabba/jdk/* 2>/dev/null
}

home=$(candidates | while IFS= read -r candidate; do
    version=$(version_of "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$required" ]; then
        printf '%s\n' "$candidate"
        break
    fi
done)

if [ -n "$home" ]; then
    printf '%s\n' "$home"
    exit 0
fi
cat >&2 <<TEXT
JDK $required or later is needed (a JDK with javac, not only a JRE) and none was found in JAVA_HOME, on the PATH or in the usual folders.
  Debian, Ubuntu  apt install openjdk-$required-jdk   (or temurin-$required-jdk from Adoptium's repository)
  Fedora          dnf install java-$required-openjdk-devel
  macOS           brew install openjdk@$required
  SDKMAN          sdk install java $required-tem
Or set JAVA_HOME to where it is.
TEXT
exit 1
