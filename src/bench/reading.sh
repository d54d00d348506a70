#!/bin/sh
# reading.sh JAR_OR_CLASSPATH: time and heap of reading the places of a text of 5 000 words. The goals are 1 s after start and 64 MB.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 JAR_OR_CLASSPATH" >&2; exit 2; }
# The heap that the whole run needs: it ends with an error if 128 MB are too few.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m -cp "$1" "$(dirname "$0")/Reading.java"
