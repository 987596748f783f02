import { anyOf } from "../signal.ts";
import type { PlainSpeech } from "./plain-speech.ts";

/** French. */
export const FR: PlainSpeech = {
  harmless: anyOf(
    "chaque (?:soir|matin)",
    "ce soir|cette nuit|demain|plus tard|la semaine prochaine|le mois prochain",
    "copies? instantanees?|de nos (?:propres )?mains|quelque chose|regles?|demande\\w*|voudrait|pretend|affirme|jure|entendu|lu|vu|prevoi\\w+|prevu\\w*|sense\\w*|continu\\w+|reste\\w*|est-ce|si(?= (?:on|je|nous) peu)",
    "personne (?:\\S+ ){0,4}ne (?:lance|fait|doit|declenche)|(?:n'a|ont|a) (?:pas )?(?:rien|besoin) (?:a|de) faire",
    "sans (?:aucune )?aide|libres? de|a nous|(?:a|ont) lieu|appuy\\w*|cliqu\\w*|bouton|bousill\\w*|casse\\w*|rate\\w*",
    "oui ou non",
    "ou (?:pas|non)",
    "n'est[- ]ce pas",
    "pas vrai",
    "non(?=[ ?]*$)",
    "(?:je|on|nous) (?:ne )?(?:peux|peut|pouvons|puis) pas",
    "(?:ne |n')?(?:peut|puis|pouvons)-(?:on|je|nous) pas",
    "(?:pose|pas) (?:pas )?(?:de |un )?(?:souci|probleme|objection)\\w*",
    "possible pour (?:nous|moi)",
    "(?:je|on) (?:peux|peut) (?:bien )?(?:partir du principe|considerer|supposer|compter)",
    "partir du principe",
    "a partir d\\S*",
    "sans (?:\\S+ ){1,3}(?:ticket|support|adobe|demande)",
    "sans (?:ticket|demande)",
    "meme si|au cas ou|c'est (?:bien )?(?:ca|vrai|bon|possible|permis|normal|correct)",
    "en (?:place|fait|gros)|tout de meme|quand meme|d'accord|petite? question|ptite question",
    "droit|permis\\w*|faisable\\w*|utilisable\\w*|ok|bon|bien|vrai|sur|correct|moyen|chance|possibilite|option|dispo\\w*|existe\\w*|marche\\w*|fonctionne\\w*",
    "svp|stp|merci|salut|coucou|bonjour|hello|question|savoir|dire|dit|dites|confirme\\w*|pense\\w*|crois|comprend\\w*|demande|imagine|suppose\\w*|hein|dis|allez|voila|desole",
    "simplement|simples?|tournent|tourne|facilement|rapidement|vraiment|toujours|encore|deja|aussi|maintenant|normalement|directement|toutes?|tous|deux|meme|bientot|juste|seulement|vite|classique|normale?|nouve\\w+|propres?|complete?|entier\\w*|petite?|grosse?|gros|grande?|quelques?",
    "boutiques?|sites?|magasins?|projets?|env\\w*|plans?|branches?|compte|equipe|dev\\w*|chef|client\\w*|agence|collegue\\w*|donnees|choses?|truc|copie|version|etat|mode|onglet|page|menu|tache|job|cote|cas|mano|main",
    "deploi\\w*|livraison|mise|mep|releas\\w*|patch\\w*|migr\\w+|modif\\w*|changement\\w*|test\\w*|merg\\w+|install\\w*|lance\\w*|import\\w*|maj|evolution|risqu\\w+|risque|important\\w*|majeure?|securite|soldes|campagne|maintenance|operation",
    "nuit|matin|mat|soir|week-?end|heures?",
    "utilis\\w+|passer|lancer|lance|mettre|mets|met|passer|passe|veux|veut|voulons|voudr\\w*|aimer\\w*|besoin|essayer|aller|va|vais|cliquer|avoir|etre|faut|fasse|fait|garder",
    "responsable|prestataire|partenaire|stagiaire|admin\\w*|ingenieur|gens|personne chez nous|refaire|refonte|theme|config\\w*|reglage|catalogue|plugin|module|script|nettoyage|essai|experience|demo|formation|pic|bascule",
    "elle-meme|eux-memes|analys\\w*|audit|rapport|debug\\w*|archiv\\w*|defaut|mis|mettre en place",
    "magento(?:-cloud)?|commerce|cloudmc|cloud|ece|arriere|reprise|point",
  ),
  turning: anyOf(
    "pas|non|aucune?s?|jamais|rien|personne|sans|sauf|hormis|plutot|autres?|autrement|ailleurs|moins|plus|que si|memes?(?= \\p{L}+ que)|au lieu|a la place",
    "vieux|vieil|vieille\\w*|ancien\\w*|jours?|semaines?|mois|ans?|annees?|quinzaines?|date(?:nt)?",
    "pour (?:nous|moi)|a (?:notre|ma) place|quelqu'un|qqn|nous (?:faire|prendre|creer|generer)",
    "supprim\\w*|effac\\w*|telecharg\\w*|expir\\w*|perim\\w*|arret\\w*|desactiv\\w*",
  ),
  opening: anyOf(
    "avant|parce qu\\w*|car|pendant qu\\w*|pendant|tandis|meme si|bien qu\\w*|au cas ou|vu qu\\w*|puisqu\\w*|alors qu\\w*|en vue",
  ),
  conceding: anyOf("meme (?:si|pour|quand|avant)|aussi (?:pour|quand|avant)"),
};
