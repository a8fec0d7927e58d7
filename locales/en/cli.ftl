cli-at-line = { " " }(line { $line })
cli-import-counts = { $recommendations ->
    [one] { $recommendations } recommendation
   *[other] { $recommendations } recommendations
}, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
}
cli-import-written = Written as draft plan number { $id }. Nothing is sent before a coordinator approves it.
