# Le rapport d'étape d'une réunion et le sommaire des retards.

report-title = Rapport d’étape, { $date }
report-plan-untitled = Plan sans titre
report-nothing = Aucune.
report-nobody = Sans responsable
report-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
report-late-by = { $days } de retard
report-late-current = { $days } de retard sur la date en vigueur.
report-due = Échéance : { $date }.
report-due-moved = Promise d’abord pour { $original }, maintenant { $current } ({ $count ->
    [one] { $count } prolongation
   *[other] { $count } prolongations
}).
report-date-unchanged = inchangée
report-measure = Mesure { $label }
report-status = { $status }, { $percent } %
report-deliverables = { $done } sur { $total }
report-deliverables-late = { $done } sur { $total } ({ $late } en retard)
report-obstacles = Obstacle :
report-no-update = Aucune mise à jour
report-ended-on = Terminée le { $date }
report-requested = Date demandée : { $date }
report-day-label = État au
report-day-show = Afficher

report-fact-plan = Plan
report-fact-meeting = Réunion
report-fact-cut-off = Données arrêtées au
report-fact-period = Période visée
report-fact-since = Comparé à la réunion du
report-fact-first = Aucune réunion auparavant
report-fact-next = Horizon
report-other-language = { $count ->
    [one] { $count } texte de ce rapport existe seulement en anglais et y figure en anglais.
   *[other] { $count } textes de ce rapport existent seulement en anglais et y figurent en anglais.
}

report-picture = Portrait
report-picture-status = Mesures selon l’état
report-picture-counts = Échéances et mises à jour
report-picture-point = { $status } : { $count }.
report-compared-with = { $what }, par rapport au { $date }
report-count-total = Mesures
report-count-due = Échues
report-count-overdue = En retard
report-count-due-30 = À échéance d’ici 30 jours
report-count-due-90 = À échéance d’ici 90 jours
report-count-silent = Sans mise à jour cette période
report-count-extended = Prolongées
report-count-extended-twice = Prolongées plus d’une fois
report-count-undated = Sans date
report-count-unowned = Sans responsable

report-decisions = Décisions à prendre
report-extensions-to-decide = Prolongations demandées
report-extensions-caption = Prolongations à accorder ou à refuser
report-claims-to-verify = Achèvements à vérifier
report-claims-caption = Mesures déclarées terminées par leur responsable

report-section-live = A. En cours
report-section-completed = B. Terminées depuis la dernière réunion
report-section-late-with-request = C. En retard, prolongation demandée
report-section-late-without-request = D. En retard, sans demande
report-section-due-next = E. À échéance avant la prochaine réunion
report-section-caption = { $title } ({ $count ->
    [one] { $count } mesure
   *[other] { $count } mesures
})

report-by-organisation = Par organisation
report-by-organisation-caption = Mesures selon l’organisation responsable
report-silent = Organisations qui n’ont rien rapporté cette période
report-silent-none = Toutes les organisations qui ont des mesures ouvertes ont fait rapport.

report-moved = Dates reportées depuis la dernière réunion
report-moved-caption = Prolongations accordées

report-recommendations = Recommandations
report-recommendation = Recommandation { $number }
report-recommendation-counts = { $total ->
    [one] { $total } mesure
   *[other] { $total } mesures
} : { $verified ->
    [one] { $verified } vérifiée et fermée
   *[other] { $verified } vérifiées et fermées
}, { $overdue } en retard.
report-global-response = Réponse à l’ensemble du rapport
report-response = Réponse :
report-response-reason = Motif :
report-response-global = Pas de réponse particulière; la réponse à l’ensemble du rapport s’applique.
report-response-missing = Aucune réponse encore.
report-no-measure = Aucune mesure n’y répond encore.

report-earlier = Décisions antérieures
report-earlier-caption = Décisions encore ouvertes, prises à la dernière réunion ou réalisées depuis
report-decision-open = Ouverte
decision-kind-grant-extension = Prolongation accordée.
decision-kind-refuse-extension = Prolongation refusée.
decision-kind-close = Mesure fermée.
decision-kind-retire = Mesure retirée.
decision-kind-follow-up = Suivi.

report-column-what = Élément
report-column-now = Maintenant
report-column-before = Avant
report-column-change = Écart
report-column-measure = Mesure
report-column-measures = Mesures
report-column-organisation = Organisation
report-column-original = Date d’origine
report-column-current = Date en vigueur
report-column-forecast = Prévue
report-column-requested = Date demandée
report-column-extensions = Prolongations
report-column-reason = Motif
report-column-status = État
report-column-deliverables = Livrés
report-column-last-update = Dernière mise à jour
report-column-claimed = Déclarée le
report-column-done = Ce qui a été fait
report-column-from = De
report-column-to = À
report-column-decided = Décidée le
report-column-decision = Décision
report-column-due-on = Échéance
report-column-done-on = Réalisée
report-column-overdue = En retard
report-column-due = Échues
report-column-due-30 = D’ici 30 jours
report-column-due-90 = D’ici 90 jours
report-column-silent = Sans mise à jour
report-column-extended-twice = Prolongées 2 fois ou plus
report-column-to-verify = À vérifier
report-column-verified = Fermées

report-definitions = Sens des mots
report-term-original = Date d’origine
report-term-original-text = La date promise à l’approbation du plan. Personne ne peut la déplacer.
report-term-current = Date en vigueur
report-term-current-text = La dernière date accordée par une prolongation; à défaut, la date d’origine. Un mois, un trimestre ou une saison se termine le dernier jour.
report-term-forecast = Date prévue
report-term-forecast-text = Le moment où la personne responsable pense avoir terminé. Elle ne déplace aucune promesse.
report-term-overdue = En retard
report-term-overdue-text = La date en vigueur est passée et du travail reste dû. Les jours de retard se comptent depuis la date d’origine et depuis la date en vigueur.
report-term-due = Échue
report-term-due-text = La date en vigueur est passée, quoi qu’il soit advenu de la mesure.
report-term-silent = Sans mise à jour
report-term-silent-text = Du travail reste dû et rien n’a été rapporté pendant le trimestre d’exercice où les données sont arrêtées.
report-term-once = Rapportée une seule fois
report-term-once-text = Une mesure arrivée à son terme figure au tableau B d’un seul rapport. Elle reste ensuite au dossier et sous sa recommandation.

overdue-title = Sommaire des retards
overdue-headline = { $overdue ->
    [0] { $due ->
        [one] La seule mesure échue n’est pas en retard.
       *[other] Aucune des { $due } mesures échues n’est en retard.
    }
    [one] { $due ->
        [one] La seule mesure échue est en retard, de { $oldest }.
       *[other] { $overdue } mesure sur { $due } échues est en retard, de { $oldest }.
    }
   *[other] { $overdue } mesures sur { $due } échues sont en retard; la plus ancienne l’est de { $oldest }.
}
overdue-headline-nothing-due = Aucune mesure n’est encore échue.
overdue-count-open = { $count } à échéance d’ici 30 jours
overdue-count-claimed = { $count ->
    [one] { $count } déclarée terminée, non vérifiée
   *[other] { $count } déclarées terminées, non vérifiées
}
overdue-count-verified = { $count ->
    [one] { $count } vérifiée et fermée
   *[other] { $count } vérifiées et fermées
}
overdue-cut-off = État au { $date }.
overdue-plans = { $count ->
    [0] Il n’y a aucun plan approuvé dont rendre compte.
    [one] Un plan :
   *[other] { $count } plans :
}
overdue-worst = Qui doit faire quoi
overdue-none = Rien n’est en retard.
overdue-more = { $count ->
    [one] { $count } autre mesure en retard n’est pas énumérée ici.
   *[other] { $count } autres mesures en retard ne sont pas énumérées ici.
}
executive-asked-decide-extension = Décider de la prolongation demandée
executive-asked-obtain-report = Obtenir une mise à jour
executive-asked-remove-obstacle = Lever l’obstacle
executive-asked-name-owner = Nommer une personne responsable
executive-asked-obtain-date = Obtenir l’achèvement ou une nouvelle date
overdue-ageing = Ampleur du retard
overdue-ageing-caption = Mesures en retard selon les jours écoulés depuis la date d’origine
overdue-ageing-band = Jours depuis la date d’origine
overdue-ageing-point = { $band } : { $count }.
age-1-30 = 1 à 30 jours
age-31-90 = 31 à 90 jours
age-91-180 = 91 à 180 jours
age-over-180 = Plus de 180 jours
age-short-1-30 = 1-30
age-short-31-90 = 31-90
age-short-91-180 = 91-180
age-short-over-180 = > 180
overdue-trend = Tendance
overdue-trend-caption = Mesures en retard et échues à la fin des quatre derniers trimestres d’exercice et maintenant
overdue-trend-on = À la fin de
overdue-trend-quarter = T{ $quarter }
overdue-trend-now = Maintenant
overdue-trend-point = { $date } : { $overdue } sur { $due }.
overdue-loose = Ce qu’aucune échéance n’encadre
overdue-undated = Sans date
overdue-unowned = Sans responsable
overdue-without-response = { $count ->
    [0] Chaque recommandation a une réponse.
    [one] { $count } recommandation n’a pas de réponse.
   *[other] { $count } recommandations n’ont pas de réponse.
}
overdue-closed = Vérifiées et fermées depuis le { $date }
overdue-definitions = En retard : la date en vigueur est passée et du travail reste dû. Les jours de retard se comptent depuis la date d’origine, que personne ne peut déplacer. Un achèvement qui attend sa vérification n’est pas en retard.

csv-table = Tableau
csv-recommendations = Recommandations
csv-plan = Plan
csv-label = Mesure
csv-text = Texte
csv-lead = Organisation responsable
csv-owner = Personne responsable
csv-original = Date d’origine
csv-current = Date en vigueur
csv-forecast = Date prévue
csv-days-original = Jours de retard depuis la date d’origine
csv-days-current = Jours de retard depuis la date en vigueur
csv-extensions = Prolongations accordées
csv-status = État
csv-percent = Pourcentage réalisé
csv-delivered = Livrables livrés
csv-deliverables = Livrables en tout
csv-deliverables-due = Livrables ouverts qui ont leur propre échéance
csv-last-update = Dernière mise à jour
csv-ended = Terminée le
csv-requested = Prolongation demandée
csv-requested-deliverables = Demandée pour ses livrables
csv-done = Ce qui a été fait
csv-obstacles = Obstacles
csv-next-step = Prochaine étape
csv-asked = Ce qui est demandé

# the report as a file
report-files = Conserver ce rapport
report-file-html = Page Web, à envoyer ou à classer
report-file-csv = Tableau pour un tableur (CSV)
report-file-json = Données (JSON)
report-file-meeting = rapport-etape
report-file-overdue = sommaire-retards
