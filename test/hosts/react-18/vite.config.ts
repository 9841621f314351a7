import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  // React for development says more: it compares the attributes that the server sent, and runs each effect twice.
  define: isSsrBuild ? {} : { 'process.env.NODE_ENV': '"development"' },
  build: { outDir: 'dist/client', chunkSizeWarningLimit: 3000 },
}));
