# Keeps one throw-away PostgreSQL cluster: runs as the user that owns it, reads commands from standard input, answers on
# standard output. The end of the input, which also comes when our parent is killed, ends the server and the folder.
#   $1  folder of initdb and postgres        $2…  folders to make the cluster's own folder in: the first that works

# A Ctrl-C or a hang-up is for the program that uses the server; nobody may be left to read what we write.
trap '' INT HUP TERM PIPE
umask 077
unset EMATIX_KEEPER

bin=$1
shift
folder=
for base do
    folder=$(mktemp -d "$base/ematix-postgres.XXXXXXXX" 2>/dev/null) && break
done
if [ -z "$folder" ] || ! cd "$folder"; then
    echo refused
    exit 1
fi

# One program at a time, in the background. A child that ended but was not waited for still answers kill -0: so a subshell
# waits for it and leaves its exit code in a file.
run() {
    rm -f pid exit
    (
        "$@" >output 2>&1 </dev/null &
        echo $! >pid
        wait $!
        echo $? >exit.new
        mv exit.new exit
    ) &
    until [ -s pid ]; do sleep 0.01; done
}

# The postmaster writes its state into line 8 of its pid file; a file with another pid is from a server that was killed.
state() {
    if [ -e exit ]; then
        read -r code <exit
        echo "exited $code"
        return
    fi
    read -r pid <pid
    owner= status=
    { read -r owner; for _ in 2 3 4 5 6 7 8; do read -r status; done; } 2>/dev/null <data/postmaster.pid
    if [ "$owner" = "$pid" ] && [ "$status" = ready ]; then echo ready; else echo running; fi
}

# A signal can come before the program listens for it: repeat it, and after ten seconds do not ask any more.
end() {
    [ -s pid ] || return 0
    read -r pid <pid
    tries=0
    until [ -e exit ]; do
        tries=$((tries + 1))
        signal=QUIT
        [ $tries -gt 200 ] && signal=KILL
        kill -s $signal "$pid" 2>/dev/null
        sleep 0.05
    done
}

echo "folder $folder"
while read -r command argument; do
    case $command in
        initdb)
            # The password and the settings follow, so that neither stands in a list of processes.
            IFS= read -r password
            printf '%s\n' "$password" >password
            while IFS= read -r line && [ "$line" != . ]; do printf '%s\n' "$line"; done >settings
            run "$bin/initdb" -D "$folder/data" -U postgres -E UTF8 --locale=C --no-sync -A scram-sha-256 --pwfile=password
            echo started
            ;;
        configure)
            rm -f password
            cat settings >>data/postgresql.conf && echo configured
            ;;
        postgres)
            run "$bin/postgres" -D "$folder/data" -p "$argument"
            echo started
            ;;
        state) state ;;
        signal)
            if [ ! -e exit ]; then
                read -r pid <pid
                kill -s "$argument" "$pid" 2>/dev/null
            fi
            state
            ;;
        output)
            tail -n 20 output | sed 's/^/| /'
            echo end
            ;;
    esac
done

end
cd /
# Backends of a killed postmaster may still be writing.
for _ in 1 2 3 4 5; do
    rm -rf "$folder" 2>/dev/null && break
    sleep 0.2
done
