# Formulation des avertissements et des refus de l’importateur.

import-error-at-line = Ligne { $line } : { $message }
import-place-line = Ligne { $line }
import-place-row = Ligne { $line }, rangée { $row }

import-error-empty = Le document est vide.
import-error-too-large = Le document est trop volumineux pour être lu. La limite est de 5 Mo.
import-error-too-many-cells = Le document comporte trop de lignes ou de cellules pour être lu.
import-error-not-text = Le document n’est pas du texte. Enregistrez-le en texte brut, en page Web ou en CSV, puis réessayez.
import-error-format-not-supported = Ce type de fichier ne peut pas être lu. Le texte brut avec tableau, les pages Web (HTML) et les fichiers CSV peuvent l’être.
import-error-no-plan-found = Aucune réponse et aucun plan d’action de la direction n’ont été trouvés dans le document.
import-error-no-measure-found = Un plan a été trouvé, mais il ne contient aucune mesure.
import-error-dashes-missing = Un tableau semble commencer à cette ligne, mais sa ligne de tirets (---|---|---) est absente. Elle se place sous la ligne d’en-tête.
import-error-row-cells = Une ligne du tableau n’a pas le même nombre de cellules que son en-tête.
import-error-unclosed-quote = Un guillemet est ouvert et n’est jamais fermé.

import-warning-month-range = Deux mois sont indiqués. Le dernier jour du second est retenu comme échéance.
import-warning-date-range = Une période est indiquée. Son dernier jour est retenu comme échéance.
import-warning-two-dates = Plus d’une date est indiquée. La plus tardive est retenue comme échéance.
import-warning-also-ongoing = Une date est indiquée, mais le travail se poursuit ensuite. Vérifiez que cette date est bien celle à suivre.
import-warning-date-not-understood = Le texte de la date n’a pas été compris. Saisissez vous-même l’échéance.
import-warning-date-missing = Cette ligne ne comporte aucune date.
import-warning-date-to-be-determined = Selon la source, la date reste à déterminer.
import-warning-date-vague = La date est approximative. La fin de la période nommée est retenue comme échéance.
import-warning-date-more-said = Le texte en dit plus que cette date : avant elle, après elle ou dans un délai compté à partir d’elle. Vérifiez l’échéance.
import-warning-yyyy-mm = Lu comme une année et un mois, comme dans le reste de la colonne.
import-warning-yyyy-mm-or-fiscal-year = Il peut s’agir d’une année et d’un mois ou d’un exercice. Vérifiez l’échéance.
import-warning-day-month-order = Le jour et le mois pourraient être inversés. Vérifiez l’échéance.
import-warning-quarter-year-unclear = Un trimestre est indiqué avec une seule année. Il est lu comme un trimestre de l’année civile.
import-warning-fiscal-year-unclear = L’exercice est désigné par une seule année. Il est lu comme l’exercice qui commence cette année-là.
import-warning-start-after-due = La date de début suit l’échéance.
import-warning-deliverables-doubtful = Les phrases de cette cellule peuvent être des livrables distincts. Séparez-les ou réunissez-les.
import-warning-owner-inherited = La cellule du responsable est vide. Le responsable de la ligne précédente est repris.
import-warning-labels-do-not-match = Les repères de cette cellule ne figurent pas tous dans les autres cellules de la ligne.
import-warning-recommendations-linked-by-order = Le tableau ne dit pas à quelle recommandation répond chaque mesure. Les recommandations ont été trouvées ailleurs dans le document et liées selon leur ordre. Confirmez chaque lien.
import-warning-recommendation-missing = Aucune recommandation correspondant à ces mesures n’a été trouvée.
import-warning-recommendation-without-text = Une recommandation a un numéro, mais pas de texte. Saisissez son texte, puisque des mesures y répondent.
import-warning-response-not-understood = La réponse ne dit pas clairement si la recommandation est acceptée.
import-warning-headers-missing = Le tableau n’a pas de ligne d’en-tête. Ses colonnes ont été distinguées d’après leur contenu.
import-warning-header-guessed = Un en-tête de colonne est mal orthographié ou absent. Vérifiez que la colonne a été bien comprise.
import-warning-column-ignored = Une colonne dont l’en-tête est inconnu a été laissée de côté.
import-warning-row-cells = Cette ligne n’a pas le même nombre de cellules que l’en-tête.
import-warning-row-ignored = Cette ligne ne contient aucune mesure et a été laissée de côté.
import-warning-encoding-guessed = Le fichier n’est pas en UTF-8. Il a été lu en Windows-1252. Vérifiez les lettres accentuées.
