# Completion of apigw for PowerShell: every question goes to the command itself.
Register-ArgumentCompleter -Native -CommandName apigw -ScriptBlock {
    param($current, $line, $cursor)
    $before = $line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor }
    $words = @($before | ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.ToString() } })
    # What is typed may begin with a quote.
    $typed = $current -replace '^[\u0022\u0027\u2018-\u201E]', ''
    apigw __complete powershell ".$typed" @words 2>$null | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        if (-not $about) { $about = $value }
        # PowerShell inserts the text as it is. In single quotes nothing has a meaning but they themselves, in each of their forms.
        $text = $value
        if ($value -notmatch '^[A-Za-z0-9_./:=+-]+$') {
            $text = "'" + ($value -replace '[\u0027\u2018-\u201B]', '$0$0') + "'"
        }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $about)
    }
}
