#!/bin/sh
# Writes the one account that PgBouncer lets in, from APP_PASSWORD, and becomes PgBouncer.
set -eu
umask 077
printf '"mbtq_app" "%s"\n' "$APP_PASSWORD" >/tmp/userlist.txt
exec pgbouncer /etc/pgbouncer/pgbouncer.ini
