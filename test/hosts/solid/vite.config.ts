import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  plugins: [solid({ ssr: true })],
  build: { outDir: 'dist/client', chunkSizeWarningLimit: 2000 },
});
