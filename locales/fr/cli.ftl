cli-at-line = { " " }(ligne { $line })
cli-import-counts = { $recommendations ->
    [one] { $recommendations } recommandation
   *[other] { $recommendations } recommandations
}, { $measures ->
    [one] { $measures } mesure
   *[other] { $measures } mesures
}
cli-import-on-web = Rien n’a été inscrit. Importez le fichier sur le Web : l’aperçu en garde le texte, et chacun de ces points peut y être choisi ou saisi.
cli-import-written = Inscrit comme ébauche de plan numéro { $id }. Rien n’est envoyé avant qu’une personne de la coordination l’approuve.
cli-report-needs-plan = Le rapport d’une réunion demande --plan : le numéro ou le titre d’un plan.
cli-report-no-plan = Aucun plan ne s’appelle « { $words } ».
cli-report-several-plans = Plusieurs plans correspondent à « { $words } »; donnez le numéro de l’un d’eux :
cli-problem = { $field } : { $problem }
