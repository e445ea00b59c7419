#!/bin/sh
# On the server: sh deploy/release.sh 1.2.3
# Puts a release to work, one process after the other, so that somebody always serves. May be run again after a failure.
# The release before takes this one back: a migration works with the code before it.
set -eu
cd "$(dirname "$0")/.."

case ${1:-} in
    "" | [!0-9]* | *[!0-9a-z.-]*) echo "Say which release: sh deploy/release.sh 1.2.3" >&2; exit 2 ;;
esac
serving=$(sed -n 's/^VERSION=//p' deploy/compose.env)
export VERSION="$1" # it wins over the one of the file

compose() {
    docker compose --env-file deploy/compose.env "$@"
}
told() {
    [ "$1" -eq 0 ] || echo "$VERSION is not in place. To go back: sh deploy/release.sh ${serving:-THE_ONE_BEFORE}" >&2
}
trap 'told $?' EXIT

compose pull app-1 # all of ours are of one image
compose build certificates pgbouncer
compose up --detach --wait postgres redis pgbouncer
compose run --rm migrate
for part in app-1 app-2 worker nginx; do
    compose up --detach --wait --no-deps "$part"
done
sh deploy/renew.sh # what nginx and PostgreSQL read may be new, though their containers are not
sed -i "s/^VERSION=.*/VERSION=$VERSION/" deploy/compose.env
echo "$VERSION serves."
