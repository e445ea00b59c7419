#!/bin/sh
# On the server, each night by cron: sh deploy/backup.sh /srv/backup
# Keeps the database and the sealed files in a folder that is named by the time (UTC): both, or nothing. The keys that
# open them are not in it.
set -eu
to=$(cd "${1:?Say where: sh deploy/backup.sh /srv/backup}" && pwd)
cd "$(dirname "$0")/.."
umask 077

compose() {
    docker compose --env-file deploy/compose.env "$@"
}
draft=$(mktemp -d "$to/unfinished-XXXXXX")
trap 'rm -rf "$draft"' EXIT
trap 'exit 1' HUP INT TERM

# The database first: a file that came since is one without a row, and no harm. The files are read by a container of
# their own, so that a backup can also be made while the house stands still.
compose exec -T postgres pg_dump -U postgres --format=custom mbtq >"$draft/mbtq.dump"
compose run --rm --no-deps -T worker tar -C /srv/mbtq/files -cf - . >"$draft/files.tar"
kept="$to/$(date -u +%Y-%m-%dT%H%M%SZ)"
mv "$draft" "$kept"
echo "$kept"
