import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { rAll } from './r-all';

itKeepsItsExamples(rAll);
