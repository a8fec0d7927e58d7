# Les coûts d’un plan.

costs-title = Coûts
costs-intro = Ce qui a été engagé, estimé et dépensé pour ce plan, tel que chaque organisation en rend compte. Ce que personne ne suit est dit, et n’est jamais compté comme zéro.
costs-none = Aucun coût n’est consigné pour ce plan.
costs-years = Par exercice
costs-years-caption = Totaux par exercice et par nature
costs-organisations = Par organisation : engagé et dépensé
costs-organisations-caption = Ce que chaque organisation a engagé et dépensé, tous exercices confondus
costs-organisations-intro = Tous exercices confondus. Un montant que plusieurs organisations partagent n’est jamais réparti : il est nommé à côté de chacune et n’entre dans le total propre d’aucune.
costs-reading = Un total n’additionne que les montants exacts. Les plafonds, les montants d’un exercice ultérieur et ce que personne ne suit sont nommés à côté.
costs-lines = { $count ->
    [one] La ligne
   *[other] Les { $count } lignes
  }
costs-lines-caption = Toutes les lignes de coûts
costs-csv = Les lignes en tableau pour tableur (CSV)
costs-file = couts
costs-archived = { $count ->
    [one] { $count } ligne archivée
   *[other] { $count } lignes archivées
  }
costs-archived-caption = Lignes archivées
costs-report-title = Coûts
costs-report-none = Aucun coût n’est consigné pour ce plan.
costs-of-plan = Coûts du plan
cost-add = Ajouter une ligne
cost-change = Modifier
cost-change-this = Modifier « { $activity } »
cost-not-tracked = Non suivi
cost-nothing = Rien de consigné
cost-no-total = Aucun montant exact
cost-only-shared = Aucun montant propre
cost-up-to = jusqu’à { $amount }
cost-from-later-year = { $amount } à compter d’un exercice ultérieur
cost-shared = partagé
cost-archived = Archivée le { $date } : { $reason }
cost-of-which-shared = dont { $amount } partagés entre plusieurs organisations
cost-beside-up-to = jusqu’à { $amount } de plus ({ $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
  })
cost-beside-later = { $amount } à compter d’un exercice ultérieur ({ $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
  })
cost-lines-not-tracked = { $lines ->
    [one] { $lines } ligne non suivie
   *[other] { $lines } lignes non suivies
  }
cost-beside-shared = { $amount } partagés avec d’autres ({ $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
  })
cost-beside-shared-others = { $lines ->
    [one] { $lines } ligne partagée sans montant exact
   *[other] { $lines } lignes partagées sans montant exact
  }
cost-beside-kind = { $kind } : { $what }
column-cost-year = Exercice
column-cost-kind = Nature
column-cost-total = Total
column-cost-beside = Hors du total
column-cost-organisation = Organisation
column-cost-organisations = Organisation
column-cost-commitment = Engagé
column-cost-estimate = Estimé
column-cost-actual = Dépensé
column-cost-activity = Activité
column-cost-source = Provenance des fonds
column-cost-amount = Montant
column-cost-change = Modifier la ligne

cost-add-title = Ajouter une ligne de coûts
cost-correct-title = Corriger une ligne de coûts
cost-form-intro = Une ligne par activité, exercice et nature. Choisissez « Non suivi » et laissez le montant vide là où personne ne compte ce qui est dépensé.
cost-save = Enregistrer la ligne
cost-archive = Archiver la ligne
cost-archive-title = Archiver cette ligne
cost-archive-intro = Une ligne archivée n’entre plus dans aucun total. Elle reste au dossier avec votre motif.
field-cost-activity-en = Activité, en anglais
field-cost-activity-fr = Activité, en français
field-cost-activity-fr-hint = Une des deux langues suffit.
field-cost-activity-en-hint = Ce qui est payé.
field-cost-organisations = Organisations
field-cost-organisations-hint = Cochez-en plusieurs lorsqu’elles partagent le montant sans que personne ait dit qui paie combien.
field-cost-kind = Nature
field-cost-year = Exercice
field-cost-year-hint = Par exemple 2026-2027.
field-cost-source = Provenance des fonds
field-cost-certainty = Degré de certitude du montant
field-cost-amount = Montant
field-cost-amount-hint = En dollars, par exemple 445 000. Vide si rien n’est suivi.
field-cost-note-en = Remarque, en anglais
field-cost-note-fr = Remarque, en français
field-archive-reason = Pourquoi l’archivez-vous?
change-activity-en = Activité en anglais
change-activity-fr = Activité en français
change-organisations = Organisations
change-kind = Nature
change-year = Exercice
change-source = Provenance
change-certainty = Certitude
change-amount-cents = Montant
change-note-en = Remarque en anglais
change-note-fr = Remarque en français
change-marking = Cote de sécurité
done-cost-added = La ligne est ajoutée.
done-cost-corrected = La ligne est corrigée.
done-cost-archived = La ligne est archivée. Elle reste au dossier.
record-cost = Coût
history-cost-added = Coût ajouté
history-cost-corrected = Coût corrigé
history-cost-archived = Coût archivé
csv-cost-activity = Activité
csv-cost-organisations = Organisations
csv-cost-shared = Partagé
csv-cost-year = Exercice
csv-cost-kind = Nature
csv-cost-source = Provenance des fonds
csv-cost-certainty = Certitude
csv-cost-amount = Montant ($)
csv-cost-note = Remarque
