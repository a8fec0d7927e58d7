cli-at-line = { " " }(ligne { $line })
cli-import-counts = { $recommendations ->
    [one] { $recommendations } recommandation
   *[other] { $recommendations } recommandations
}, { $measures ->
    [one] { $measures } mesure
   *[other] { $measures } mesures
}
cli-import-written = Inscrit comme ébauche de plan numéro { $id }. Rien n’est envoyé avant qu’une personne de la coordination l’approuve.
