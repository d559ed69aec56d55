import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { xStock } from './x-stock';

itKeepsItsExamples(xStock);
