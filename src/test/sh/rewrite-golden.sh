#!/bin/sh
# Rewrites the expected drawings: below src/test/resources/golden those of pages and images, below frontend/e2e/golden those
# of the awake map. The git diff is reviewed like code, and is empty where nothing is drawn differently.
set -eu
cd "$(dirname "$0")/../../.."

mvn -B -ntp -q verify -Dtest=GoldenFilesTest -Dit.test=BrowserIT -Dgolden.rewrite "$@"
git status --short src/test/resources/golden frontend/e2e/golden
