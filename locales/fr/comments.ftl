# Les commentaires sur une mesure et les décisions qu’ils proposent.

# sur la page de la mesure
comments-title = Commentaires
comments-intro = Les personnes qui travaillent avec ce plan lisent les commentaires; les lecteurs et les contacts ignorent qu’il y en a.
comments-none = Personne n’a encore commenté.
comment-by = { $who }, { $date }
comment-proposes = Proposition : { $decision }
comment-waits = En attente d’une réponse
comment-followed = Suivie par { $who } le { $date }.
comment-set-aside = Écartée par { $who } le { $date } :
comment-withdrawn-by = Retiré par { $who } le { $date } :
comment-see = Ouvrir le commentaire
comment-add = Ajouter un commentaire
comment-send = Ajouter le commentaire
proposes-nothing = Non, un commentaire seulement
proposed-no-longer-applicable = N’est plus à faire
proposed-superseded = La remplacer par une autre mesure
proposed-transferred = La transférer à une autre organisation
proposed-deliverable-retired = Abandonner un de ses livrables
proposed-verification = Vérifier qu’elle est terminée
proposed-other = Une autre décision
done-comment-added = Votre commentaire est ajouté.
done-comment-withdrawn = Le commentaire est retiré. Il reste au dossier.
done-proposal-answered = Votre réponse est consignée, et la personne qui a fait la proposition a été avisée.

# la page d’un commentaire
comment-title = Commentaire sur la mesure { $label }
comment-decide = Décider du sort de la mesure
comment-decide-help = Dès que la décision proposée est prise, la proposition reçoit sa réponse d’elle-même.
comment-answer-send = Consigner la réponse
proposal-answer-followed = Elle a été suivie
proposal-answer-help-followed = La décision a été prise. À elle seule, cette réponse ne change rien à la mesure.
proposal-answer-set-aside = L’écarter
proposal-answer-help-set-aside = Dites pourquoi ci-dessous : la personne qui a fait la proposition le lira.
comment-withdraw = Retirer le commentaire
comment-withdraw-help = Il reste au dossier avec votre nom et le motif. Seule la coordination voit ensuite ce qu’il dit, et ce qu’il propose n’attend plus de réponse.

# les champs
field-comment-text = Commentaire
field-comment-text-hint = Un commentaire n’est ni modifié ni supprimé par la suite; il peut être retiré, avec un motif.
field-proposes = Proposez-vous une décision?
field-proposes-hint = Dites pourquoi dans le commentaire. Les coordonnateurs du plan sont avisés et répondent; la proposition ne change rien d’elle-même.
field-comment-reason = Pourquoi le retirez-vous?
field-proposal-answer = Qu’est-il advenu de la proposition?
field-answer-reason = Pourquoi?
field-answer-reason-hint = Requis pour écarter une proposition.

# décider du sort d’une mesure, et mon travail
fate-proposals = Ce qui est proposé
fate-follows-how = Cochez chaque proposition que votre décision suit : la personne qui l’a faite en est avisée. Ce qui n’est pas coché reste ouvert; seule exception, quand la mesure n’est plus à faire, toutes les propositions en ce sens sont suivies.
fate-follows-gone = Une proposition que vous aviez cochée a reçu une réponse ou a été retirée entre-temps. Envoyez de nouveau le formulaire si votre décision reste la même.
field-follows = Cette décision la suit
asked-answer-proposal = Répondre à la proposition
asked-answer-proposal-why = Une décision est proposée et attend une réponse.

# le rapport d’une réunion
report-proposed = Décisions proposées
report-proposed-note = Pour les personnes qui travaillent avec le plan. Ses lecteurs ne voient pas cette partie.
report-proposed-caption = Décisions proposées qui attendent une réponse
report-column-proposed = Décision proposée
report-column-proposed-by = Proposée par
report-column-proposed-on = Depuis le

# historique
record-comment = Commentaire
record-named-comment = Commentaire sur la mesure { $name }
history-comment-added = Commentaire ajouté
history-comment-withdrawn = Commentaire retiré
history-comment-proposal-followed = Proposition suivie
history-comment-proposal-set-aside = Proposition écartée
change-comment = Commentaire
change-proposed-decision = Décision proposée
change-answer-reason = Motif

# courriel
notice-link-answer = Répondre à la proposition
notice-decision-proposed-subject = Décision proposée : mesure { $label }
notice-decision-proposed = { $who } propose une décision au sujet de la mesure { $label } : { $decision }. La proposition ne change rien d’elle-même et attend une réponse.
notice-proposal-followed-subject = Votre proposition a été suivie : mesure { $label }
notice-proposal-followed = { $who } a consigné que votre proposition au sujet de la mesure { $label } a été suivie : { $decision }.
notice-proposal-set-aside-subject = Votre proposition a été écartée : mesure { $label }
notice-proposal-set-aside = { $who } a écarté votre proposition au sujet de la mesure { $label } : { $decision }.
notice-comment-withdrawn-subject = Votre commentaire a été retiré : mesure { $label }
notice-comment-withdrawn = { $who } a retiré votre commentaire sur la mesure { $label }. Il reste au dossier; seule la coordination voit ce qu’il dit.
