#compdef apigw
# Completion of apigw for zsh: every question goes to the command itself.
_apigw() {
    local line value
    local -a whole whole_shown begun begun_shown
    local current=${(Q)words[CURRENT]}
    for line in "${(@f)$(apigw __complete zsh ".$current" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        value=${line%%$'\t'*}
        # Something still follows what ends like this.
        if [[ $value == *[=/] ]]; then
            begun+=("$value")
            begun_shown+=("${line/$'\t'/  -- }")
        else
            whole+=("$value")
            whole_shown+=("${line/$'\t'/  -- }")
        fi
    done
    (( $#whole )) && compadd -U -d whole_shown -a whole
    (( $#begun )) && compadd -U -S '' -d begun_shown -a begun
}
compdef _apigw apigw
