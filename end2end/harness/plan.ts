// A published plan of our own, shaped like real ones: month-only dates, a cell with a) and b), two deliverables in one
// cell, recommendations in a list of their own, one response to them all.
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const PUBLISHED = `Évaluation du service aux collectivités
Recommandations
La direction devrait considérer :
- coordonner les partenaires par une approche commune;
- mieux consulter les provinces et les territoires;
- mesurer les résultats du service.
Réponse et plan d’action de la direction (RPAD)
La direction a étudié le rapport et est d’accord avec les constatations.
Mesure prévue | Produits livrables | Date d’achèvement prévue |
---|---|---|
Réunir les partenaires pour préparer une approche commune. | Options soumises au comité. |
Avril 2018 |
a) Revoir le mandat du groupe de travail. b) Déterminer comment consulter les provinces et les territoires. |
a) Mandat revu. b) Options présentées au comité. |
Mai 2018 |
Élaborer un profil de renseignements sur le service. | Faire approuver le profil. Créer un sous-comité. |
Mars 2018 |
`;

const here = dirname(fileURLToPath(import.meta.url));
const beside = ["../../../shared/samples", "../../../../shared/samples"].map((folder) => resolve(here, folder, "evaluation-panl-tp-2017-fr.txt"));

/** The plan that was really published, where it lies beside the project. */
export const SAMPLE: string | undefined = beside.find((file) => existsSync(file));
