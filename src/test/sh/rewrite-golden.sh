#!/bin/sh
# Rewrites the expected drawings: pages and images in src/test/resources/golden, the interactive map
# in frontend/e2e/golden. Review the git diff like code; it is empty if nothing is drawn
# differently.
set -eu
cd "$(dirname "$0")/../../.."

mvn -B -ntp -q verify -Dtest=GoldenFilesTest -Dit.test=BrowserIT -Dgolden.rewrite "$@"
git status --short src/test/resources/golden frontend/e2e/golden
