#!/usr/bin/env bash
# Creates in the folder $1 a catalog with one layer of COUNT (default: 100000) invented points,
# spread evenly over 60 to 78 E, 23 to 38 N. The seed is fixed, so the catalog is the same
# everywhere.
set -euo pipefail
catalog=$1
mkdir -p "$catalog/layers/points" "$catalog/views"
cat >"$catalog/catalog.yaml" <<'YAML'
title: Points
summary: Invented, to be measured.
languages: [en]
layers: [points]
view: all
YAML
cat >"$catalog/views/all.yaml" <<'YAML'
title: All
caption: All points.
layers: [points]
bbox: [60, 23, 78, 38]
YAML
cat >"$catalog/layers/points/layer.yaml" <<'YAML'
title: Points
description: Invented.
style: place
source: A seed
licence: None
YAML
for list in parties measures; do echo '[]' >"$catalog/$list.yaml"; done
awk -v count="${COUNT:-100000}" 'BEGIN {
    srand(25)
    print "{\"type\": \"FeatureCollection\", \"features\": ["
    for (i = 1; i <= count; i++)
        printf "{\"type\": \"Feature\", \"properties\": {\"id\": \"p%d\", \"name\": \"Point %d\", \"kind\": \"town\", \"location\": \"point\", \"uncertainty_m\": %d, \"date\": \"20%02d-%02d-%02d\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [%.5f, %.5f]}}%s\n", i, i, 1 + rand() * 5000, rand() * 25, 1 + rand() * 12, 1 + rand() * 28, 60 + rand() * 18, 23 + rand() * 15, i < count ? "," : ""
    print "]}"
}' >"$catalog/layers/points/features.geojson"
