cli-at-line = { " " }(line { $line })
cli-import-counts = { $recommendations ->
    [one] { $recommendations } recommendation
   *[other] { $recommendations } recommendations
}, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
}
cli-import-written = Written as draft plan number { $id }. Nothing is sent before a coordinator approves it.
cli-report-needs-plan = The report of a meeting needs --plan: a plan’s number or title.
cli-report-no-plan = No plan is called “{ $words }”.
cli-report-several-plans = Several plans match “{ $words }”; give the number of one:
cli-problem = { $field }: { $problem }
