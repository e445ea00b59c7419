#!/bin/sh
# Makes the certificates by which the parts of the house know each other, and the authority that vouches for them.
# Safe to repeat: it makes what is missing, what the authority does not vouch for, and what is half over.
set -eu
umask 077
authority=/authority # its key: nobody else sees this folder
public=/certificates # what a part may read here, its group says

issue() { # file, days, subject, section, and more for openssl. Key and certificate are one file, so that they change at once
    draft=$1.new days=$2 subject=$3 section=$4
    shift 4
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$draft"
    signed=$(openssl req -x509 -new -config "$(dirname "$0")/openssl.cnf" -extensions "$section" -days "$days" \
        -subj "/CN=$subject" -key "$draft" "$@")
    echo "$signed" >>"$draft"
}
lasts() { # file, days
    openssl x509 -in "$1" -noout -checkend $(($2 * 86400)) >/dev/null 2>&1
}
good() { # file, subject, names
    lasts "$1" 200 && openssl verify -CAfile "$public/ca.pem" "$1" >/dev/null 2>&1 || return 1
    case $(openssl x509 -in "$1" -noout -subject -nameopt RFC2253 -ext subjectAltName) in
        "subject=CN=$2
"*"$3") ;;
        *) return 1 ;;
    esac
}
part() { # name, group, subject
    names="DNS:$1, DNS:localhost"
    ! good "$public/$1.pem" "$3" "$names" || return 0
    issue "$public/$1.pem" 397 "$3" part -CA "$authority/authority.pem" -addext "subjectAltName = $names"
    chgrp "$2" "$public/$1.pem.new"
    chmod 640 "$public/$1.pem.new"
    mv "$public/$1.pem.new" "$public/$1.pem"
    echo "A new certificate: $1"
}

exec 9>"$authority/lock"
flock 9
if ! lasts "$authority/authority.pem" 800; then # longer than any certificate of it
    [ ! -e "$authority/authority.pem" ] || openssl x509 -in "$authority/authority.pem" -out "$authority/previous.pem"
    issue "$authority/authority.pem" 3650 "MBTQ, this house" authority
    mv "$authority/authority.pem.new" "$authority/authority.pem"
    echo "A new authority"
fi
for each in "$authority"/*.pem; do openssl x509 -in "$each"; done >"$public/ca.pem.new"
chmod 444 "$public/ca.pem.new"
mv "$public/ca.pem.new" "$public/ca.pem"

# The subject is the role in the database. compose.yaml gives each part its group.
part postgres 7001 postgres
part pgbouncer 7002 mbtq_app
part redis 7003 redis
part app 7004 mbtq_app
part owner 7005 mbtq_owner
