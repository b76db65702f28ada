# Completion of apigw for fish: every question goes to the command itself.
function __apigw_complete
    set -l words (commandline --tokenize --current-process --cut-at-cursor)
    set -l current (commandline --current-token --cut-at-cursor)
    apigw __complete fish ".$current" $words[2..-1] 2>/dev/null
end
complete --command apigw --no-files --arguments '(__apigw_complete)'
