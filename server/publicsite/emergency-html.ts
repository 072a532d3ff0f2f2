import { html, type Html } from '#server/publicsite/html.ts'

/** The emergency numbers of mainland France and overseas; 114 by text message for people who hear or speak with difficulty. */
const numbers = [
  ['tel:112', '112', 'Toute urgence, partout en Europe'],
  ['tel:15', '15', 'SAMU'],
  ['tel:17', '17', 'Police, gendarmerie'],
  ['tel:18', '18', 'Pompiers'],
  ['sms:114', '114', 'Par SMS, si vous entendez ou parlez mal'],
] as const

/** In large, for when there is nothing else to say. */
export const emergencyPanel: Html = html`<section class="do-now" aria-labelledby="urgence">
  <h2 id="urgence">En cas d’urgence</h2>
  <ul class="call">
    ${numbers.map(([href, number, who]) => html`<li><a href="${href}">${number}</a> <span>${who}</span></li>`)}
  </ul>
  <p>Dites où vous êtes et ce qui se passe. Ne raccrochez pas le premier.</p>
</section>`

/** In small, under the instructions. */
export const emergencyHtml = html`<p class="emergency">
  <strong>Danger immédiat :</strong>
  <span class="numbers"
    ><a href="tel:112">112</a> <a href="tel:15"><span class="who">SAMU</span> 15</a>
    <a href="tel:17"><span class="who">Police</span> 17</a>
    <a href="tel:18"><span class="who">Pompiers</span> 18</a>
    <a href="sms:114"><span class="who">Sourds, SMS</span> 114</a></span
  >
</p>`
