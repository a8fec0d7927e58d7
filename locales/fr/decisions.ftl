# Décisions au sujet d’une mesure : prolongations, vérification, et si elle est encore à faire.

# les pages
ask-extension-title = Demander une prolongation de la mesure { $label }
ask-extension-who-decides = La haute direction ou la coordination du plan décide, ou une réunion du groupe de travail. Personne ne décide de sa propre demande. D’ici là, la date demeure, et la date d’origine reste toujours visible.
ask-extension-send = Demander la prolongation
ask-extension-deliverables = Livrables qui ont leur propre échéance
ask-extension-deliverables-hint = Ils ne suivent pas la mesure. Donnez une nouvelle date à chacun de ceux qui demandent plus de temps : après sa date en vigueur, sans dépasser la nouvelle date de la mesure. Si le champ reste vide, le livrable garde son échéance.
extension-title = Prolongation de la mesure { $label }
extension-page-requested = Une date plus tardive est demandée
extension-page-granted = Une date plus tardive a été accordée
extension-page-refused = Une date plus tardive a été refusée
extension-page-withdrawn = Une date plus tardive a été demandée, puis la demande retirée
extension-from = De
extension-asked-for = à
extension-asked = demandée : { $date }
extension-asked-by = Demandée par { $who } le { $date }
extension-asked-in-place-of = Demandée par { $who }, à la place de { $principal }, le { $date }
extension-waits = La haute direction ou la coordination du plan décide, ou une réunion.
extension-own-request = Vous avez demandé cette prolongation vous-même. Vous pouvez seulement consigner la décision d’une réunion : choisissez la réunion ci-dessous.
extension-decide = Décider
extension-decide-send = Consigner la décision
extension-decided-by = par { $who } le { $date }
extension-decided-on = le { $date }
extension-lapsed = le { $date }, à la fin de la mesure
extension-granted-until = Accordée jusqu’à
extension-deliverables-caption = Livrables qui suivent la mesure
extension-deliverable-kept = Garde son échéance
extension-deliverable-now = En vigueur : { $date }; demandée : { $asked }
extension-deliverables-granted = Dates accordées à ses livrables
extension-deliverables-granted-hint = Chaque champ contient la date demandée, qui ne peut pas dépasser celle que vous accordez à la mesure. Si vous le videz, le livrable garde son échéance.
extension-withdraw = Retirer la demande
extension-withdraw-help = Personne n’a encore décidé. Vous pouvez retirer la demande; elle reste au dossier.
extension-state-withdrawn = Retirée
answer-as-asked = Accorder : { $date }
answer-as-asked-help = La date demandée devient la date en vigueur.
answer-as-asked-help-deliverables = Les dates demandées deviennent les dates en vigueur, celle de la mesure et celles de ses livrables.
answer-other-date = Accorder une autre date
answer-other-date-help = Plus tôt ou plus tard que demandé, mais après la date en vigueur.
answer-refused = Refuser : la date reste { $date }
answer-refused-help = Dites pourquoi ci-dessous; la personne qui a fait la demande le lira.
verify-title = Vérifier la mesure { $label }
verify-intro = Cette mesure a été déclarée terminée. Examinez ce qui a été fait, puis acceptez la déclaration, ce qui ferme la mesure, ou renvoyez-la en disant ce qui manque.
verify-claim = Ce qui est déclaré
verify-evidence = Preuves
verify-no-evidence = Aucune preuve n’a été ajoutée.
verify-earlier = Réponses précédentes
verify-waits = La déclaration attend la coordination du plan.
verify-others = Cette déclaration peut être vérifiée par : { $names }.
verify-nobody = Personne ne peut vérifier cette déclaration : toutes les personnes à la coordination du plan l’ont faite, complétée ou sont responsables de la mesure. Il faut une deuxième personne à la coordination; l’administration peut en nommer une.
verify-answer-title = Votre réponse
verify-answer-accepted = Tout est fait : fermer la mesure
verify-answer-returned = Ce n’est pas terminé : renvoyer la déclaration
verify-answer-help-accepted = La mesure est vérifiée et fermée aujourd’hui. Sa fiche demeure.
verify-answer-help-returned = La mesure est rouverte. Dites ce qui manque : la personne responsable le lira.
verify-only-return = La déclaration peut seulement être renvoyée, parce qu’il manque ceci :
verify-send = Consigner la réponse
verifications-label = Réponses aux déclarations d’achèvement
verified-by = par { $who } le { $date }
fate-title = Décider de la mesure { $label }
fate-intro = Abandonner, remplacer ou transférer une mesure est une décision motivée, jamais une simple modification. Rien n’est supprimé : la mesure, ses dates et ses mises à jour restent au dossier.
fate-no-longer-applicable = Elle n’est plus à faire
fate-superseded = Une autre mesure la remplace
fate-transferred = Une autre organisation la prend en charge
fate-deliverable-retired = Un de ses livrables n’est plus à livrer
fate-help-no-longer-applicable = Elle prend fin aujourd’hui et ne compte ni comme faite ni comme en retard.
fate-help-superseded = Elle prend fin aujourd’hui; chacune des deux mesures renvoie à l’autre.
fate-help-transferred = Elle se poursuit aux mêmes dates. Une nouvelle personne responsable est à désigner.
fate-help-deliverable-retired = La mesure se poursuit; ses autres livrables sont toujours attendus.
fate-choose = Choisir…
fate-send = Consigner la décision
decide-extensions = Prolongations à ce jour
decide-extensions-count = { $count ->
    [0] Aucune
    [one] { $count } accordée
   *[other] { $count } accordées
  }
decide-extensions-history = Toutes les demandes à ce jour
decide-last-update = Ce qui a été dit la dernière fois
decide-blocked = Rien à décider
decide-kept = Ce que vous avez écrit n’a pas été consigné
decide-see-measure = Voir la mesure
decide-no-meeting = Non : je décide moi-même

# leurs champs
field-new-date = Nouvelle date
field-new-date-hint = En mots ou en chiffres : « juin 2019 », « T2 2019-2020 », « 2019-06-30 ». Un mois se termine à son dernier jour.
field-deliverable-dates = Nouvelle date d’un livrable
field-extension-reason = Pourquoi faut-il plus de temps?
field-extension-reason-hint = Ce qui s’est passé et ce qui est différent maintenant. La personne qui décide le lit, et le motif reste au dossier.
field-impact = Quelles sont les conséquences du retard?
field-impact-hint = Les autres mesures, les personnes ou les coûts qui en dépendent.
field-answer = Décision
field-granted-date = Date accordée
field-granted-date-hint = En mots ou en chiffres : « juin 2019 », « 2019-06-30 ».
field-granted-dates = Date accordée à un livrable
field-decision-reason = Motif de la décision
field-decision-reason-hint = Nécessaire pour refuser; utile dans tous les cas à la personne qui a fait la demande.
field-meeting = Décidé lors d’une réunion?
field-meeting-hint = Choisissez la réunion si c’est sa décision que vous consignez.
field-verification-outcome = La mesure est-elle terminée?
field-verification-notes = Notes
field-verification-notes-hint = Ce que vous avez examiné, ou ce qui manque. Nécessaire pour renvoyer la déclaration.
field-fate = Qu’est-ce qui est décidé?
field-fate-reason = Pourquoi?
field-fate-reason-hint = Le motif est affiché avec la mesure et dans son historique.
field-successor = Quelle mesure la remplace?
field-new-lead = Quelle organisation la prend en charge?
field-retired-deliverable = Quel livrable?
problem-not-your-request = Seule la personne qui a fait une demande peut la retirer.
problem-not-with-this-answer = Ceci ne va pas avec la réponse choisie. Effacez-le, ou choisissez l’autre réponse.
problem-not-as-asked = Ce n’est pas la date demandée. Rétablissez-la, ou choisissez « Accorder une autre date ».

# sur la page de la mesure
next-decide-extension = Une date plus tardive a été demandée et attend une décision. D’ici là, la date en vigueur demeure.
next-returned = La déclaration d’achèvement a été renvoyée : la personne responsable lit pourquoi ci-dessous, termine le travail et rend compte de nouveau.
next-others = Ce que vous pouvez faire d’autre
next-ask-extension = Demander une prolongation
next-see-request = Voir la demande de prolongation
next-see-claim = Voir la déclaration
next-decide-fate = Abandonner, remplacer ou transférer
claim-needs-title = Avant de pouvoir la déclarer terminée :
claim-needs-deliverables-open = chaque livrable est livré, ou retiré par une décision;
claim-needs-evidence-missing = une preuve est ajoutée, parce que la priorité est élevée ou que le plan l’exige.
decided-title = Vérification et décisions
decided-by = décision de { $who }, le { $date }
disposition-replaces = Remplace une autre mesure
disposition-deliverable = Livrable retiré
disposition-between = De { $from } à { $to }
disposition-hidden = L’autre mesure appartient à un plan que vous ne pouvez pas voir.
done-extension-asked = La prolongation est demandée. Les personnes qui décident ont été avisées, et la décision vous sera communiquée.
done-extension-decided = La décision est consignée, et les personnes qui l’attendent ont été avisées.
done-extension-withdrawn = La demande est retirée.
done-claim-answered = Votre réponse est consignée, et les personnes qui l’attendent ont été avisées.
done-fate-decided = La décision est consignée, et les personnes responsables de la mesure ont été avisées.
timeline-title = Ligne du temps
timeline-as-table = Les mêmes dates en tableau
timeline-original = Date d’origine
timeline-granted = Prolongation accordée
timeline-asked = Prolongation demandée
timeline-deliverable-original = Livrable : d’origine
timeline-deliverable-granted = Livrable : accordée
timeline-deliverable-asked = Livrable : demandée
timeline-forecast = Date prévue
timeline-claimed = Déclarée terminée
timeline-verified = Vérifiée
timeline-ended = Fin
timeline-updates = { $count ->
    [one] { $count } mise à jour
   *[other] { $count } mises à jour
  }
timeline-today = Aujourd’hui
timeline-column-note = Remarque
timeline-granted-on = Accordée le { $date }
timeline-asked-on = Demandée le { $date }
timeline-claim-waits = En attente de vérification
extension-impact = Conséquences :

# mon travail
asked-decide-extension = Décider de la prolongation
asked-decide-extension-why = Une date plus tardive est demandée et attend votre décision.
asked-claim-returned-why = La déclaration d’achèvement a été renvoyée : lisez pourquoi, terminez le travail et rendez compte de nouveau.

# historique
history-extension-withdrawn = Demande de prolongation retirée
history-claim-accepted = Déclaration acceptée : vérifiée et fermée
history-claim-returned = Déclaration renvoyée
history-measure-dropped = N’est plus à faire
history-measure-superseded = Remplacée par une autre mesure
history-measure-transferred = Transférée à une autre organisation
history-deliverable-retired = Livrable retiré
change-requested-due = Date demandée
change-deliverable-requested-due = Date demandée pour le livrable
change-extension-reason = Motif
change-impact = Conséquences
change-in-place-of = À la place de
change-decision-reason = Motif
change-fate-reason = Motif
change-verification-notes = Notes
change-meeting = Décidé à
change-successor = Remplacée par la mesure
decision-kind-transfer = Mesure transférée.

# courriel
notice-why = Vous recevez ce message parce que vous avez à décider, ou parce que vous répondez de la mesure ou avez fait la demande.
notice-about = La mesure : { $measure } (plan : { $plan })
notice-quote = { $who } écrit :
notice-link-decide = Décider de la prolongation
notice-link-verify = Vérifier la déclaration
notice-link-see = Voir ce qui a été consigné
notice-extension-asked-subject = Prolongation demandée : mesure { $label }, { $date }
notice-extension-asked = { $who } demande une prolongation de la mesure { $label }. Nouvelle date demandée : { $date }. { $count ->
    [0] La mesure n’a jamais été prolongée.
    [one] La mesure a déjà été prolongée une fois.
   *[other] La mesure a déjà été prolongée { $count } fois.
  } La demande attend votre décision.
notice-deliverable-asked = Date demandée pour le livrable « { $title } » : { $to } (en vigueur : { $from }).
notice-deliverable-granted = Nouvelle échéance du livrable « { $title } » : { $to } (avant : { $from }).
notice-deliverable-kept = Le livrable « { $title } » garde son échéance : { $from }.
notice-extension-granted-subject = Prolongation accordée : mesure { $label }, { $date }
notice-extension-granted = { $who } a consigné que la prolongation de la mesure { $label } est accordée. Nouvelle échéance : { $date }.
notice-extension-granted-other-subject = Prolongation accordée : mesure { $label }, { $date }
notice-extension-granted-other = { $who } a consigné que la mesure { $label } est prolongée, mais à une autre date que celle qui était demandée ({ $asked }). Nouvelle échéance : { $date }.
notice-extension-refused-subject = Prolongation refusée : mesure { $label }
notice-extension-refused = { $who } a consigné que la prolongation de la mesure { $label } est refusée (date demandée : { $asked }). L’échéance demeure : { $date }.
notice-extension-withdrawn-subject = Demande de prolongation retirée : mesure { $label }
notice-extension-withdrawn = { $who } a retiré la demande de prolongation de la mesure { $label } (date demandée : { $asked }). Vous n’avez rien à décider.
notice-claimed-subject = À vérifier : la mesure { $label } est déclarée terminée
notice-claimed = { $who } déclare la mesure { $label } terminée. Quelqu’un d’autre que la personne responsable le vérifie avant qu’elle soit fermée.
notice-waits-again-subject = À vérifier de nouveau : mesure { $label }
notice-waits-again = { $who } a modifié la mesure { $label }, qui était vérifiée et fermée. Elle attend de nouveau une vérification.
notice-open-again-subject = La mesure { $label } est rouverte
notice-open-again = { $who } a ajouté un livrable à la mesure { $label }. Elle est de nouveau en cours jusqu’à ce que celui-ci soit livré aussi.
notice-takes-over-subject = La mesure { $label } prend la place de la mesure { $predecessor }
notice-takes-over = { $who } a consigné la décision selon laquelle la mesure { $label } prend la place de la mesure { $predecessor }, qui n’est plus à réaliser.
notice-owner-named-subject = Vous êtes responsable de la mesure { $label }
notice-owner-named = { $who } vous a désigné comme personne responsable de la mesure { $label }.
notice-for-whom = Vous recevez ce message à titre de personne suppléante de { $name } pendant son absence.
notice-claim-accepted-subject = Vérifiée et fermée : mesure { $label }
notice-claim-accepted = { $who } a vérifié la mesure { $label } et l’a fermée.
notice-claim-returned-subject = Renvoyée : la mesure { $label } n’est pas encore terminée
notice-claim-returned = { $who } a renvoyé la déclaration d’achèvement de la mesure { $label }. Elle est rouverte.
notice-dropped-subject = La mesure { $label } n’est plus à faire
notice-dropped = { $who } a consigné la décision selon laquelle la mesure { $label } n’est plus à faire.
notice-superseded-subject = La mesure { $label } est remplacée par la mesure { $successor }
notice-superseded = { $who } a consigné la décision selon laquelle la mesure { $successor } remplace la mesure { $label }.
notice-transferred-subject = La mesure { $label } passe à une autre organisation
notice-transferred = { $who } a consigné une décision au sujet de la mesure { $label } : elle est prise en charge par l’organisation { $organisation }. Ses dates demeurent, et une nouvelle personne responsable est à désigner.
notice-retired-subject = Un livrable de la mesure { $label } est retiré
notice-retired = { $who } a consigné la décision selon laquelle ce livrable de la mesure { $label } n’est plus à livrer : { $deliverable }
