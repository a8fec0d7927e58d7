# La liste des plans et un plan.

plans-title = Plans
plans-empty-title = Aucun plan n’est suivi pour l’instant
plans-empty-import = Commencez par un plan déjà publié : collez son tableau ou téléversez sa page. Vous voyez à côté de la source ce qui en a été compris et le corrigez avant que quoi que ce soit soit conservé.
plans-empty-wait = Les plans de votre groupe paraîtront ici dès que la coordination aura approuvé le premier.
plan-untitled = Plan sans titre
plan-published = Publié le { $date }
plan-published-on = Publication du rapport
plan-approved-on = Approbation des dates
plan-source = Rapport
plan-kind = Genre de rapport
plan-meeting-report = Rapport d’étape pour la prochaine réunion
plan-overdue-summary = Sommaire des retards de ce plan
plan-global-response = Réponse à l’ensemble du rapport
plan-measures = Recommandations et mesures
plan-unlinked = Mesures qui ne répondent à aucune recommandation
plan-unlinked-help = La source ne dit pas à quelle recommandation elles répondent.
count-measures = { $count ->
    [one] { $count } mesure
   *[other] { $count } mesures
  }
count-overdue = { $count } en retard
count-due-soon = { $count } à échéance d’ici 30 jours
count-silent = { $count } sans mise à jour cette période
count-to-verify = { $count } à vérifier
count-verified = { $count ->
    [one] { $count } vérifiée et fermée
   *[other] { $count } vérifiées et fermées
  }
picture-title = Où en est le plan
picture-caption = Mesures par état
picture-total = Toutes les mesures
column-share = Part
column-measures = Mesures
filter-all = Tout
filter-do = Filtrer
filter-clear = Tout afficher
filter-matching = { $matching ->
    [one] { $matching } mesure sur { $total } correspond.
   *[other] { $matching } mesures sur { $total } correspondent.
  }
field-organisation = Organisation
field-lateness = Dates et mises à jour
field-words = Mots
recommendation-label = Recommandation { $number }
recommendation-addressee = À l’intention de :
recommendation-without-measure = Aucune mesure ne répond encore à cette recommandation.
response-reason = Motif :
approve-title = Ce plan est une ébauche
approve-meaning = L’approuver fige la référence : les textes et les dates dans leur état actuel deviennent ceux à partir desquels tout retard est compté. Une date ne change ensuite que par une décision, et la première reste visible à côté.
approve-before = Vérifiez d’abord ci-dessous les dates, les responsables et les recommandations. Les responsables voient le plan, et les rappels commencent, dès qu’il est approuvé.
approve-do = Approuver le plan
done-plan-approved = Le plan est approuvé et sa référence est figée. Les rappels commencent au prochain jour d’envoi.
done-plan-created = Le plan est créé à l’état d’ébauche. Vérifiez-le, puis approuvez-le.
