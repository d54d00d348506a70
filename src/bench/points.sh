#!/usr/bin/env bash
# Writes COUNT (default: 1000000) invented events as CSV, to be loaded with points.yaml. The same
# SEED (default: 25) gives the same events. CLUSTERED (default: 0.5) is the share of events close to
# towns; with 0, all are spread evenly over 60 to 78 E, 23 to 38 N.
set -euo pipefail
awk -v count="${COUNT:-1000000}" -v seed="${SEED:-25}" -v clustered="${CLUSTERED:-0.5}" 'BEGIN {
    srand(seed)
    split("attack,explosion,protest,arrest,road-block", kinds, ",")
    split("Rivertown,Hillside,Old Bridge,Saltmarsh,Long Valley,Stonewell", towns, ",")
    split("Morning Wire,Valley Post,Radio North", papers, ",")
    print "id,name,kind,date,uncertainty_m,longitude,latitude,killed_low,killed_best,killed_high,excerpt,excerpt_source"
    for (i = 1; i <= count; i++) {
        # Clustered events are close to one of sixteen towns, the others anywhere.
        if (rand() < clustered) { t = int(rand() * 16); x = 61 + t % 4 * 4.5 + (rand() + rand() - 1) / 2; y = 24 + int(t / 4) * 3.7 + (rand() + rand() - 1) / 2 }
        else { x = 60 + rand() * 18; y = 23 + rand() * 15 }
        k = kinds[1 + int(rand() * 5)]; n = towns[1 + int(rand() * 6)]; low = int(rand() * rand() * 20); best = low + int(rand() * 3)
        printf "e%d,\"%s, %s\",%s,%d-%02d-%02d,%d,%.5f,%.5f,%d,%d,%d,\"Invented: at %s, %d were killed in event %d, two people said.\",%s\n", \
            i, k, n, k, 2000 + rand() * 25, 1 + rand() * 12, 1 + rand() * 28, 1 + rand() * 5000, x, y, \
            low, best, best + int(rand() * 4), n, best, i, papers[1 + int(rand() * 3)]
    }
}'
