export const metadata = { title: "Empty" };

/** @param {{ children: import("react").ReactNode }} props */
export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
