# what a rule of the life of a measure refuses
problem-reason-required = Dites pourquoi : le motif reste au dossier.
problem-plan-not-in-force = Le plan n’est pas approuvé, ou il est fermé.
problem-has-ended = Cette mesure a pris fin.
problem-not-after-current = La nouvelle échéance doit être postérieure à l’échéance actuelle.
problem-already-requested = Une prolongation a déjà été demandée et attend une décision.
problem-nothing-requested = Aucune prolongation n’attend plus de décision.
problem-requester-decides = La personne qui demande une prolongation ne la décide pas : une autre personne ou une réunion doit le faire.
problem-already-claimed = La mesure a été déclarée achevée; elle n’a pas besoin d’une échéance plus lointaine.
problem-nothing-claimed = Aucune déclaration d’achèvement n’attend plus de vérification.
problem-own-claim = Le responsable d’une mesure et quiconque a déclaré son achèvement ou complété la déclaration ne peuvent pas la vérifier : une autre personne doit le faire.
problem-evidence-missing = Cette mesure n’est achevée qu’avec une preuve : ajoutez d’abord un fichier ou un lien.
problem-marking-too-high = Rien de plus sensible que Protégé A ne peut être conservé ici. Laissez le fichier à sa place et ajoutez un lien qui dit de quoi il s’agit.
problem-file-kind = Ce type de fichier n’est pas accepté, ou le fichier n’est pas ce que son nom indique.
problem-file-too-large = Le fichier dépasse 20 Mo. Ajoutez plutôt un lien.
problem-too-many-files = Cette mesure a le nombre maximal de preuves. Remplacez-en plutôt une.
problem-not-a-link = Ce n’est pas une adresse Web qui commence par https:// ou http://.
problem-not-an-amount = Indiquez un montant en dollars, par exemple 96 000.
problem-amount-not-tracked = Ce qui n’est pas suivi n’a pas de montant : laissez ce champ vide, ou indiquez le degré de certitude du montant.
problem-not-a-fiscal-year = Indiquez un exercice, par exemple 2012-2013.
problem-measures-open = Un plan se ferme quand chaque mesure a pris fin. Certaines sont encore ouvertes.

# lists
update-kind-progress = Progrès
update-kind-nothing-new = Rien de nouveau à signaler
marking-unclassified = Non classifié
marking-protected-a = Protégé A
marking-choice-unclassified = Non classifié
marking-choice-protected-a = Protégé A
marking-choice-protected-b = Protégé B (ne peut pas être conservé ici)
marking-choice-higher = Protégé C, Confidentiel, Secret ou plus (ne peut pas être conservé ici)
evidence-kind-file = Fichier
evidence-kind-link = Lien
verification-outcome-accepted = Acceptée
verification-outcome-returned = Renvoyée
disposition-kind-no-longer-applicable = Sans objet
disposition-kind-superseded = Remplacée par une autre mesure
disposition-kind-transferred = Transférée à une autre organisation
contact-purpose-update = Mise à jour
contact-purpose-evidence = Preuve
proposal-state-waiting = À examiner
proposal-state-published = Publiée
proposal-state-declined = Écartée
cost-kind-commitment = Engagement
cost-kind-estimate = Estimation
cost-kind-actual = Coût réel
cost-source-new = Nouveaux fonds
cost-source-reallocated = Réaffectation
cost-source-unknown = Non précisée
certainty-exact = Exact
certainty-up-to = Jusqu’à
certainty-from-later-year = À compter d’un exercice ultérieur
certainty-not-tracked = Non suivi

# money
money = { $amount } $
money-part = { $dollars },{ $cents }
money-group = { " " }
