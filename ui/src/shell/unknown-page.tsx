import { hrefs } from '../router/routes.ts';
import { Notice } from '../ui/notice.tsx';
import { Frame } from './frame.tsx';

export function UnknownPage() {
  return (
    <Frame title="Not found" crumbs={[{ label: 'Not found' }]}>
      <h1 className="visually-hidden">Not found</h1>
      <Notice title="There is no page at this address">
        <a href={hrefs.experiments()}>All experiments</a>
      </Notice>
    </Frame>
  );
}
