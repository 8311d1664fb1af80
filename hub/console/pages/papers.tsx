/** The papers of a case: what came of each, what is still on its way, what will be brought later; a page opens when pressed. */
import type { CaseDetail } from '#contract/hub-api.ts';
import type { CaseMaterial } from '#contract/record.ts';
import { useWords } from '../words/use-words.ts';
import { OwedPaper } from './owed-paper.tsx';

interface Props {
  readonly detail: CaseDetail;
  /** `YYYY-MM-DD` in the hall. */
  readonly today: string;
  readonly renew: (detail: CaseDetail) => void;
}

export function Papers(props: Props) {
  const { texts } = useWords();
  const { materials } = props.detail.record;
  if (materials.length === 0) return null;
  return (
    <section>
      <h2>{texts.papers.title}</h2>
      {materials.map((material) => (
        <Paper key={material.material} material={material} {...props} />
      ))}
    </section>
  );
}

function Paper({ material, ...props }: Props & { readonly material: CaseMaterial }) {
  const { language, texts } = useWords();
  const { detail } = props;
  const pages = detail.pages.filter((page) => page.material === material.material);
  const owed = detail.owed.find((paper) => paper.material === material.material);
  return (
    <div className="paper">
      <h3>{material.label[language]}</h3>
      {owed !== undefined && <OwedPaper paper={owed} {...props} />}
      {pages.length < material.pages && <p className="hint">{texts.papers.onTheWay(material.pages - pages.length)}</p>}
      <ul className="paper-pages">
        {pages.map(({ id, page, bytes, codes }) => {
          const address = `/v1/cases/${encodeURIComponent(detail.row.caseNumber)}/pages/${id}`;
          const words = texts.papers.page(page, Math.ceil(bytes / 1024));
          return (
            <li key={id}>
              <a href={address} target="_blank" rel="noreferrer">
                <img src={address} alt={words} />
                <span>{words}</span>
              </a>
              {codes.map(({ text }) => (
                <p key={text} className="hint number">
                  {text}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
