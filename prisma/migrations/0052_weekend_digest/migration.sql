ALTER TYPE "Cadence" ADD VALUE 'weekend';
