cli-at-line = { " " }(line { $line })
cli-import-counts = { $recommendations ->
    [one] { $recommendations } recommendation
   *[other] { $recommendations } recommendations
}, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
}
cli-import-on-web = Nothing was written. Import the file on the web: the preview keeps its words, and there each of these can be chosen or filled in.
cli-import-written = Written as draft plan number { $id }. Nothing is sent before a coordinator approves it.
cli-report-needs-plan = The report of a meeting needs --plan: a plan’s number or title.
cli-report-no-plan = No plan is called “{ $words }”.
cli-report-several-plans = Several plans match “{ $words }”; give the number of one:
cli-problem = { $field }: { $problem }
