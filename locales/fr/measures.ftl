# Une mesure, et les mesures dans tous les tableaux.

measure-label = Mesure { $label }
measure-dates = Dates
measure-facts = Qui et pourquoi
measure-owner = Responsable
measure-support = Avec l’appui de
measure-start = Début
measure-due-text = Date dans les mots du plan
measure-answers = Répond à
measure-answers-none = Aucune recommandation
measure-no-deliverable = Le plan ne nomme aucun livrable.
column-measure = Mesure
column-lead = Organisation
column-due = Échéance
column-status = État
column-last-update = Dernière mise à jour
column-which-date = Quelle date
column-date = Date
column-lateness = Retard
column-requested-on = Demandée le
column-from = Avant
column-to = Nouvelle date
column-reason = Motif
column-decision = Décision
nobody = Personne n’est nommé
never-reported = Jamais
flags-label = À noter
deliverables-label = Livrables
deliverable-move-asked = demandée : { $asked } (avant : { $from })
deliverable-move-granted = nouvelle date : { $granted } (avant : { $from })
deliverable-move-granted-other = nouvelle date : { $granted } (demandée : { $asked }; avant : { $from })
deliverable-move-kept = garde son échéance : { $from } (demandée : { $asked })
delivered-on = le { $date }
deliverables-late = { $count ->
    [one] { $count } livrable en retard
   *[other] { $count } livrables en retard
  }
days-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
  }
percent = { $percent } %
date-originally = à l’origine { $date }
date-expected = prévue { $date }
date-original = Date d’origine
date-current = Date en vigueur
date-forecast = Date prévue
date-not-said = Non précisée
extensions-none = Aucune prolongation n’a été demandée.
extensions-caption = Prolongations
updates-title = Mises à jour
updates-none = Rien n’a encore été signalé.
update-by = { $date }, { $author }, pour { $period }
next-title = La suite
next-report-overdue = Cette mesure a dépassé sa date de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }. La personne responsable dit où elle en est, ou demande une prolongation à la prochaine réunion.
next-report-late-deliverable = { $deliverables ->
    [one] Un livrable de cette mesure a dépassé sa date.
   *[other] { $deliverables } livrables de cette mesure ont dépassé leur date.
  } La personne responsable dit où elle en est, ou demande une prolongation à la prochaine réunion.
next-report-due-soon = L’échéance approche et rien n’a été signalé cette période : la personne responsable dit où en est la mesure.
next-report-silent = Rien n’a été signalé cette période : la personne responsable dit où en est la mesure.
next-up-to-date = La mesure est à jour pour cette période. La question sera posée de nouveau à la prochaine.
next-verify = La personne responsable la dit terminée. Quelqu’un d’autre le vérifie avant qu’elle soit fermée.
next-approve-plan = Le plan est une ébauche. Il sera suivi dès que la coordination l’aura approuvé.
next-ended = Elle est arrivée à son terme. Sa fiche demeure.
next-see-plan = Voir le plan
done-update-recorded = Votre mise à jour est consignée. Merci.
field-status = État
field-label = Numéro
field-lead = Organisation responsable
field-owner = Responsable
field-support = Avec l’appui de
field-accountable = Personne qui en répond
field-original-due = Date d’origine
field-current-due = Date en vigueur
field-due = Échéance
field-due-text = Date dans les mots du plan
field-completed-on = Terminée
field-last-update-on = Dernière mise à jour
field-approved-on = Approbation
field-number = Numéro
field-response = Réponse
field-deliverable = Livrable
field-deliverable-status = Son état
change-forecast = Date prévue
change-text = Texte
change-done = Ce qui a été fait
change-obstacles = Obstacles
change-deliverables = Livrables
change-next-step = Ce qui vient ensuite
