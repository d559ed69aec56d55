import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nParts } from './n-parts';

itKeepsItsExamples(nParts);
