#!/usr/bin/env bash
# Runs the OGC's own test suites against a running server and prints what passed, failed and was skipped:
#   SUITES=DIR src/bench/suites.sh http://127.0.0.1:8080/ogc/
# DIR contains checkouts of github.com/opengeospatial's ets-ogcapi-features10, ets-ogcapi-tiles10, ets-gpkg12 and
# ets-kml2; all that they need comes from Maven Central. Each suite is compiled there once. Their libraries come before
# the jars named -aio, which contain other versions of the same. Needs Maven, a JDK 17, curl, jq and python3. The suite
# for Features tests all collections, or as many as COLLECTIONS says.
set -euo pipefail
api=${1:?the address of the API, which ends with /ogc/}
cd "${SUITES:?the folder of the checkouts}"
java=$(ls -d /usr/lib/jvm/*17*/bin | head -1)
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

compile() { # suite
    [ -d "$1/classes" ] && return
    (
        cd "$1"
        mvn -q -B dependency:build-classpath -Dmdep.outputFile=classpath -Dmdep.includeScope=runtime >/dev/null
        mkdir classes
        cp -r src/main/resources/. classes/
        "$java/javac" -nowarn -Xlint:none -proc:none -encoding UTF-8 -d classes -cp "$(cat classpath)" $(find src/main/java -name '*.java')
    )
}

run() { # suite, its package, a title, key=value...
    local suite=$1 package=$2 title=$3 out
    shift 3
    compile "$suite"
    out=$(mktemp -d "$results/XXXXXX")
    {
        echo '<properties version="1.0">'
        for entry in "$@"; do printf '<entry key="%s">%s</entry>\n' "${entry%%=*}" "${entry#*=}"; done
        echo '</properties>'
    } >"$out/arguments.xml"
    local jars
    jars=$(tr ':' '\n' <"$suite/classpath" | awk '/-aio/ {last = last ":" $0; next} {printf ":%s", $0} END {print last}')
    "$java/java" -cp "$suite/classes$jars" "org.opengis.cite.$package.TestNGController" -o "$out" "$out/arguments.xml" >"$out/log" 2>&1 || tail -3 "$out/log"
    python3 - "$title" "$(find "$out" -name testng-results.xml)" <<'P'
import collections, sys, xml.etree.ElementTree as tree
counts = collections.Counter()
for group in tree.parse(sys.argv[2]).iter("class"):
    for test in group.iter("test-method"):
        if test.get("is-config") == "true":
            continue
        counts[test.get("status")] += 1
        if test.get("status") == "FAIL":
            values = [value.text.strip()[:60] for value in test.iter("value")]
            print("  failed:", group.get("name").split(".")[-1], test.get("name"), *values, (test.findtext("exception/message") or "").strip()[:200])
print(f"{sys.argv[1]}: {counts['PASS']} passed, {counts['FAIL']} failed, {counts['SKIP']} skipped")
P
}

run ets-ogcapi-features10 ogcapifeatures10 "Features" "iut=$api" "noofcollections=${COLLECTIONS:--1}"
for collection in $(curl -sf "${api}collections?f=json" | jq -r '.collections[].id'); do
    # The tile of level 5 at the first position of a feature: the suite expects that there is something in it.
    read -r row column < <(curl -sf "${api}collections/$collection/items?f=json&limit=1&unlocated=exclude" |
        jq -r 'def pi: 3.141592653589793; [.features[0].geometry | .. | numbers][:2] as [$x, $y] | ($y * pi / 180) as $angle |
            "\((1 - (($angle | sin) | (1 + .) / (1 - .) | log) / 2 / pi) * 16 | floor) \(($x + 180) / 360 * 32 | floor)"')
    run ets-ogcapi-tiles10 ogcapitiles10 "Tiles of $collection" "iut=$api" noofcollections=-1 \
        tilematrixsetdefinitionuri=http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad \
        "urltemplatefortiles=${api}collections/$collection/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}?f=mvt" \
        tilematrix=5 "mintilerow=$row" "maxtilerow=$row" "mintilecol=$column" "maxtilecol=$column"
    curl -sf "${api}collections/$collection/items?f=gpkg&limit=10000" -o "$results/$collection.gpkg"
    # For each point, the suite for KML goes through all elements.
    curl -sf "${api}collections/$collection/items?f=kml&limit=1000" -o "$results/$collection.kml"
    run ets-gpkg12 gpkg12 "GeoPackage of $collection" "iut=file://$results/$collection.gpkg"
    run ets-kml2 kml2 "KML of $collection" "kml=file://$results/$collection.kml" level=1
done
