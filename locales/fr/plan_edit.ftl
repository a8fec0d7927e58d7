# Modifier un plan, son texte depuis l’approbation, ce qui manque dans une langue, sa fermeture.

field-title-en = Titre (anglais)
field-title-fr = Titre (français)
field-source-title-en = Titre du rapport (anglais)
field-source-title-fr = Titre du rapport (français)
field-source-url = Où lire le rapport
field-source-url-hint = Son adresse Web : https://…
field-published-on = Date de publication du rapport
field-needs-evidence = Toute déclaration d’achèvement exige une preuve
field-needs-evidence-hint = Un fichier ou un lien qui montre le résultat. Sinon, seules les mesures qui répondent à une recommandation de priorité élevée en exigent une.
field-answer-kind = Réponse
field-answer-en = Texte de la réponse (anglais)
field-answer-fr = Texte de la réponse (français)
field-answer-reason-en = Motif (anglais)
field-answer-reason-fr = Motif (français)
field-answer-reason-en-hint = Exigé sauf si la recommandation est pleinement acceptée.
field-answer-reason-fr-hint = Exigé sauf si la recommandation est pleinement acceptée; une langue suffit.
field-why = Motif de la modification
field-why-hint = Une phrase. Elle reste au dossier avec l’ancien et le nouveau texte.
field-text-en = Texte (anglais)
field-text-fr = Texte (français)
field-addressee-en = Destinataire (anglais)
field-addressee-fr = Destinataire (français)
field-priority = Priorité
field-owner-person = Responsable (personne)
field-owner-person-hint = Une personne qui voit ce plan. Elle reçoit les rappels et peut rendre compte.
field-owner-words = Responsable en toutes lettres
field-owner-words-hint = Un poste, si personne n’a de compte : « Directrice, Opérations ».
field-start-on = Début
field-due-hint = En toutes lettres : « avril 2018 », « T2 2018-2019 », « en continu ».
field-answers = Répond à ces recommandations
field-deliverables-title-en = Livrable (anglais)
field-deliverables-title-fr = Livrable (français)
field-deliverables-due = Sa propre échéance
field-deliverables-due-hint = Seulement si elle diffère de l’échéance de la mesure.
change-owner-words = Responsable en toutes lettres
change-answers = Recommandations visées
change-reason = Motif
change-deliverable-en = Livrable (anglais)
change-deliverable-fr = Livrable (français)
change-deliverable-due = Échéance du livrable
change-closed-on = Fermé
history-plan-edited = Plan corrigé
history-plan-amended = Plan modifié
history-plan-closed = Plan fermé
history-recommendation-added = Recommandation ajoutée
history-recommendation-edited = Recommandation corrigée
history-recommendation-amended = Recommandation modifiée
history-recommendation-removed = Recommandation retirée de l’ébauche
history-measure-added = Mesure ajoutée
history-measure-edited = Mesure corrigée
history-measure-amended = Mesure modifiée
history-measure-removed = Mesure retirée de l’ébauche
history-owner-named = Responsable nommé
problem-baseline-frozen = Le plan est approuvé : ses échéances ne changent que par une décision. Demandez une prolongation.
edit-plan-title = Modifier le plan
edit-plan-amend = Modifier le plan approuvé
edit-intro-draft = Le plan est une ébauche : corrigez librement. Chaque texte doit exister dans au moins une langue; les gens lisent la leur quand elle existe.
edit-intro-approved = Le plan est approuvé. Le texte approuvé reste au dossier et s’affiche à côté du vôtre; les échéances ne changent que par une décision.
edit-save = Enregistrer
edit-save-amendment = Enregistrer la modification
edit-cancel = Annuler
edit-report = Le rapport auquel il répond
edit-response = Réponse de la direction
edit-no-response = Aucune réponse
edit-recommendation-title = Modifier la recommandation { $number }
edit-recommendation-amend = Modifier la recommandation approuvée { $number }
edit-recommendation-new = Ajouter une recommandation
edit-recommendation-do = Modifier la recommandation
edit-measure-title = Modifier la mesure { $label }
edit-measure-amend = Modifier la mesure approuvée { $label }
edit-measure-new = Ajouter une mesure
edit-measure-verified = Cette mesure est vérifiée. Si son texte ou ses livrables changent, elle doit être vérifiée de nouveau, par une autre personne que celle qui les a changés. Dire la même chose dans l’autre langue ne change rien.
edit-measure-claimed = Cette mesure est déclarée terminée. La personne qui change maintenant son texte ou ses livrables prend part à la déclaration et ne peut pas la vérifier. Dire la même chose dans l’autre langue ne change rien.
edit-deliverables-draft = Ce qui est remis. Pour retirer une ligne, videz ses deux titres.
edit-deliverables-approved = Les mots peuvent être améliorés et des livrables ajoutés; aucun n’est retiré ici, car l’abandon d’un livrable est une décision.
edit-add-deliverables = Ajouter des livrables
edit-deliverable-row = Livrable { $row }
edit-deliverable-due = Sa propre échéance : { $date }
edit-deliverable-due-moved = Sa propre échéance : { $date }, à l’origine { $original }
edit-who = Qui et quand
edit-frozen-title = Ce que ce formulaire ne change pas
edit-frozen-date = L’échéance promise au départ, { $date } : une date ultérieure se demande par une prolongation.
edit-frozen-lead = L’organisation responsable : le transfert est une décision.
edit-frozen-owner = La personne responsable : désignez-la sur sa propre page.
remove-recommendation-title = La retirer de l’ébauche
remove-recommendation-meaning = Pour ce qui n’a pas sa place dans le plan. Les mesures qui y répondent restent. Après l’approbation, rien n’est retiré.
remove-recommendation-do = Retirer la recommandation
remove-measure-title = La retirer de l’ébauche
remove-measure-meaning = Pour ce qui a été importé par erreur. Ses livrables sont retirés aussi. Après l’approbation, rien n’est retiré.
remove-measure-do = Retirer la mesure
owner-title = Qui porte la mesure { $label }?
owner-intro = Désignez une personne qui voit le plan, ou le poste en toutes lettres. La mesure paraîtra dans son prochain résumé; aucun autre courriel n’est envoyé.
owner-do = Nommer une personne responsable
wording-edit = Modifier cette mesure
wording-amend = Modifier cette mesure approuvée
wording-owner = Nommer une personne responsable
missing-title = Manquant dans une langue
missing-intro = Ces textes n’existent que dans une langue. Les autres les lisent tels quels, avec une mention.
missing-none = Tous les textes de ce plan existent dans les deux langues.
missing-back = Retour au plan
missing-see = Voir lesquels
missing-add = L’ajouter : { $lang }
missing-count-en = { $count ->
    [one] Un texte n’est pas en anglais.
   *[other] { $count } textes ne sont pas en anglais.
  }
missing-count-fr = { $count ->
    [one] Un texte n’est pas en français.
   *[other] { $count } textes ne sont pas en français.
  }
missing-in-en = Pas en anglais ({ $count })
missing-in-fr = Pas en français ({ $count })
missing-here-en = Manque en anglais
missing-here-fr = Manque en français
missing-plan-title = Titre du plan
missing-plan-source-title = Titre du rapport
missing-recommendation-text = Recommandation { $label }
missing-recommendation-addressee = Recommandation { $label } : destinataire
missing-response-text = Réponse à la recommandation { $label }
missing-response-reason = Réponse à la recommandation { $label } : motif
missing-response-text-global = Réponse à l’ensemble du rapport
missing-response-reason-global = Réponse à l’ensemble du rapport : motif
missing-measure-text = Mesure { $label }
missing-cost-activity = Coût : activité
missing-cost-note = Coût : note
missing-deliverable-title = Livrable de la mesure { $label }
amended-title = { $count ->
    [one] Une modification depuis l’approbation du { $date }
   *[other] { $count } modifications depuis l’approbation du { $date }
  }
amended-intro = Le texte approuvé à côté de celui d’aujourd’hui. L’historique dit qui l’a changé, quand et pourquoi.
amended-approved = Texte approuvé, { $date }
amended-today = Aujourd’hui
amended-nothing = Aucun texte
amended-added = Ajout après l’approbation
amended-plan = Titre du plan
amended-recommendation = Recommandation { $label }
amended-response = Réponse à la recommandation { $label }
amended-response-global = Réponse à l’ensemble du rapport
amended-measure = Mesure { $label }
amended-deliverable = Livrable de la mesure { $label }
life-label = Vie du plan
life-by = { $date }, par { $who }
close-title = Fermer le plan
close-meaning = Un plan se ferme quand chaque mesure a pris fin : vérifiée, sans objet ou remplacée. Dès lors, il se lit et ne se modifie plus.
close-open = { $count ->
    [0] Chaque mesure a pris fin.
    [one] Une mesure est encore ouverte :
   *[other] { $count } mesures sont encore ouvertes :
  }
close-do = Fermer le plan
done-plan-edited = Le plan est enregistré.
done-recommendation-edited = La recommandation est enregistrée.
done-recommendation-added = La recommandation est ajoutée.
done-recommendation-removed = La recommandation est retirée de l’ébauche.
done-measure-edited = La mesure est enregistrée.
done-measure-added = La mesure est ajoutée.
done-measure-removed = La mesure est retirée de l’ébauche.
done-owner-named = La personne responsable est nommée.
done-plan-closed = Le plan est fermé. Il reste lisible.
edit-reminders = Rappels
edit-reminders-usual = En règle générale, on rappelle une échéance { $before ->
    [0] sans rien envoyer avant
   *[other] { $days } jours avant
}, { $on ->
    [yes] le jour même
   *[other] sans rien envoyer le jour même
} et { $after ->
    [0] jamais après.
    [one] chaque jour après.
   *[other] tous les { $after } jours après.
}
field-own-reminders = Ce plan a ses propres jours de rappel
field-own-reminders-hint = Sans cela, la règle ci-dessus s’applique et les trois champs ci-dessous ne comptent pas.
change-own-reminders = Jours de rappel propres
