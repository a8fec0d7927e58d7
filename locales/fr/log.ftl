# Le journal de tous les changements, et ce que sa vérification trouve.

log-title = Journal de tous les changements
log-intro = Qui a changé quoi, quand et par quelle requête, du plus récent au plus ancien. On ne fait qu’y ajouter des lignes; chacune est scellée avec la précédente.
log-filter = Restreindre le journal
log-count = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
  }
log-nothing = Rien de tel dans le journal.
log-row = ligne { $number }
log-request = même requête
log-same-request = Tout ce que la requête { $request } a changé
log-export-csv = Ces lignes en tableau (CSV)
log-export-json = Ces lignes avec leurs sceaux (JSON)
field-who = Qui
field-in-plan = Plan
field-record = Genre de fiche
field-action = Ce qui a été fait
field-since = À partir du
field-until = Jusqu’au
field-request = Requête
log-check-title = Quelqu’un a-t-il altéré le journal?
log-check-about = Suivi ne fait qu’ajouter des lignes. Quelqu’un qui a accès à la base de données pourrait faire davantage; les sceaux le montrent.
log-check-do = Vérifier tout le journal
log-check-whole = Le journal est intact : { $rows ->
    [one] sa seule ligne se suit
   *[other] ses { $rows } lignes se suivent
  } depuis le début, et rien n’y a été changé.
log-check-last = Gardez ceci ailleurs pour prouver plus tard que rien n’a été coupé. Sceau de la ligne { $number } :
log-check-broken = Le journal a été altéré ({ $rows ->
    [one] { $rows } ligne vérifiée
   *[other] { $rows } lignes vérifiées
  })
log-check-more = { $more ->
    [one] Il y a { $more } autre constat.
   *[other] Il y a { $more } autres constats.
  } La commande « suivi audit verify » les donne tous.
log-check-what-next = Gardez une copie de la base de données telle quelle, comparez-la à vos sauvegardes et avertissez la personne qui répond de la sécurité de cette instance.
broken-edited = La ligne { $row } a été changée après coup : ce qu’elle dit ne correspond pas à son sceau.
broken-replaced = La ligne { $row } a été récrite : la ligne suivante ne connaît pas son sceau.
broken-removed = Entre la ligne { $after } et la ligne { $before }, des lignes manquent ou ont été remplacées.
broken-removed-first = Le début manque : des lignes précédaient la ligne { $before }.
broken-reordered = L’ordre a été changé : la ligne { $row } a été écrite après la ligne { $follows }.
broken-inserted = La ligne { $row } a été ajoutée par quelqu’un d’autre : aucune ligne plus récente ne la connaît.
broken-inserted-rows = Les lignes { $first } à { $last } ont été ajoutées par quelqu’un d’autre : aucune ligne plus récente ne les connaît.
broken-cut-off = La fin manque : des lignes suivaient la ligne { $after }.
broken-cut-off-all = Toutes les lignes manquent.
log-column-number = Ligne
log-column-at = Quand
log-column-who = Qui
log-column-email = Adresse courriel
log-column-action = Ce qui a été fait
log-column-record = Fiche
log-column-changes = Changements
log-column-plan = Numéro du plan
log-column-request = Requête
cli-audit-unreadable = Le journal ne peut pas être lu
log-check-noted = La ligne { $number } n’est plus telle qu’elle a été notée : le journal a été tronqué ou remplacé, puis scellé de nouveau.
