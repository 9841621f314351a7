import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Next', icons: 'data:,' };

/** The page of properties is to see elements that are not defined yet: each definition waits for its button. */
const hold = `if (location.pathname === '/properties') {
  const held = [];
  const define = customElements.define.bind(customElements);
  customElements.define = (...all) => void held.push(all);
  window.defineNow = () => { for (const all of held) define(...all); };
}`;

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <script dangerouslySetInnerHTML={{ __html: hold }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
