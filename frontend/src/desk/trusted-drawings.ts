import { allowDrawings } from './trusted';

allowDrawings();
