#!/usr/bin/env bash
# Publishes a catalog three times: to a new folder, again without a change, and again after an edit, which is a command that runs
# in a copy of the catalog. Prints the seconds of processor and by the clock of each, and what was written.
#
#   mvn -q package -DskipTests && src/bench/publish.sh CATALOG 'sed -i s/forty-one/41/ reports/hill-wire.yaml'
set -euo pipefail
catalog=$(realpath "$1")
edit=$2
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# CLASSES, a class path, instead of the jar: for classes that were just compiled.
program=(-jar target/dateline.jar)
[ -z "${CLASSES:-}" ] || program=(-cp "$CLASSES" org.dateline.cli.Dateline)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$catalog" "$work/catalog"
TIMEFORMAT='  %U + %S s of processor, %R s'
publish() {
    echo "$1"
    # The options of the start script.
    time "$java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 "${program[@]}" publish --geodata "$work/catalog" \
        --out "$work/site" --base https://example.org/ 2>/dev/null | sed "s|^$work/|  |"
}
publish "first"
publish "without a change"
(cd "$work/catalog" && sh -c "$edit")
publish "after the edit"
